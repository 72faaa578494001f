void out(long v);

struct p { unsigned a : 5; unsigned b : 30; unsigned c : 13; unsigned long d : 60; unsigned char e : 3; }
__attribute__((packed));
struct q { char c; unsigned long x : 63; unsigned y : 31; short s; } __attribute__((packed));
static void dump(void *p, int n) { unsigned char *c = p; int i; for (i = 0; i < n; i++) out(c[i]); }
int main(void)
{
	struct p x; struct q y;
	out(sizeof(x)); out(sizeof(y));
	__builtin_memset(&x, 0, sizeof(x)); __builtin_memset(&y, 0, sizeof(y));
	x.a = 17; x.b = 0x2bcdef01; x.c = 0x1abc; x.d = 0x0123456789abcdefUL; x.e = 5;
	out(x.a); out(x.b); out(x.c); out(x.d); out(x.e); dump(&x, sizeof(x));
	y.c = -1; y.x = 0x7edcba9876543210UL; y.y = 0x5a5a5a5a; y.s = -2; out(y.x); out(y.y); out(y.s);
	dump(&y, sizeof(y)); x.d++; out(x.d); x.d -= 3; out(x.d); out(x.e); out(x.c); y.x <<= 1; out(y.x);
	out(y.c); out(y.y);
	return 0;
}
