void out(long v);

struct c { char a : 4; short b : 9; int c : 20; long d : 40; };
struct e { int a : 8; int b : 16; char c; };
struct g { unsigned char f : 1; unsigned int g : 1; unsigned long h : 62; };
static void dump(void *p, int n) { unsigned char *c = p; unsigned long v = 0; while (n--) v = v * 31 + c[n];
	out(v); }
int main(void)
{
	struct c c; struct e e; struct g g;
	__builtin_memset(&c, 0, sizeof(c)); __builtin_memset(&e, 0, sizeof(e));
	__builtin_memset(&g, 0, sizeof(g));
	c.a = -3; c.b = 0x155; c.c = 0x7abcd; c.d = -0x123456789L; dump(&c, sizeof(c)); e.a = 0x77; e.b = 0x1234;
	e.c = 9; dump(&e, sizeof(e)); g.f = 1; g.g = 0; g.h = 0x123456789abcdefL; dump(&g, sizeof(g));
	out(g.h); out(c.d); out(c.c);
	return 0;
}
