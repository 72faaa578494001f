void out(long v);

struct s { unsigned a : 9; int b : 9; unsigned long c : 46; };
static int f(int v) { return v; }
static struct s g(struct s x) { x.a++; x.b--; x.c ^= 1; return x; }
static long h(struct s *p) { return p->a * 1000 + p->b; }
int main(void)
{
	struct s x = { 511, -256, 5 }, y = g(x);
	out(f(x.a)); out(f(x.b)); out(y.a); out(y.b); out(y.c); out(g(y).a); out(h(&y)); out(f(y.c)); y = g(g(x));
	out(h(&y));
	return 0;
}
