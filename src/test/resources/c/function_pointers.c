void out(long v);

typedef int (*op)(int, int);
static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
struct ops { op f; const char *n; int (*const *tab)(int, int); };
static int (*const tab[])(int, int) = { add, &sub };
static const struct ops ops = { .f = sub, .n = "ops", .tab = tab };
static op get(int i) { return i ? sub : add; }
static int apply(int f(int, int), int a) { return f(a, 1); }
int (*ret(int w))(int, int) { return tab[w]; }
int main(void)
{
	op f = add;
	out(f(1, 2)); out((*f)(3, 4)); out((****f)(1, 1));
	f = &sub; out(f(5, 2));
	out(ops.f(9, 1)); out(ops.tab[0](9, 1)); out((*ops.tab[1])(3, 3));
	out(get(0)(6, 7)); out(get(1)(6, 7));
	out(apply(add, 4)); out(apply(get(1), 4));
	out(ret(1)(8, 5));
	out(f == sub); out(f != add); out(f ? 1 : 0); out(!f);
	void *v = (void *)f; out(((op)v)(2, 1));
	return 0;
}
