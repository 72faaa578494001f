void out(long v);

struct a { int x; };
#define kind(e) _Generic((e), int: 1, unsigned: 2, long: 3, char *: 4, const char *: 5, struct a *: 6, const struct a *: 7, default: 99)
static int fa(const struct a *p) { return p->x; }
static int fb(int i) { return i * 2; }
#define call(e) _Generic((e), struct a *: fa, const struct a *: fa, int: fb)(e)
int main(void)
{
	struct a a = { 33 };
	const struct a *ca = &a;
	char s[3];
	const int ci = 4;
	short sh = 1;
	out(kind(1)); out(kind(1u)); out(kind(1L)); out(kind(s)); out(kind("x")); out(kind(&a)); out(kind(ca));
	out(kind(ci)); out(kind(sh)); out(kind(+sh)); out(kind((short *)0)); out(kind('a')); out(kind(sizeof 1));
	out(call(&a)); out(call(ca)); out(call(21));
	return 0;
}
