void out(long v);

typedef int (*op)(int, int); static int add(int a, int b) { return a + b; } static int mul(int a, int b) {
	return a * b; } static int neg(int a, int b) { return -a - b; }
static const struct { const char *n; op f; } ops[] = { { "add", add }, { "mul", &mul }, { .f = neg } };
static int fold(const int *v, int n, op f, int init) { while (n--) init = f(init, *v++); return init; }
static int apply(int (*f)(int, op), int x) { return f(x, mul); } static int cb(int x, op o) { return o(x, x);
}
int main(void) { int v[] = { 1, 2, 3, 4 }, i; for (i = 0; i < 3; i++) { out(ops[i].f(7, 5));
		out(fold(v, 4, ops[i].f, 1)); } out(apply(cb, 9)); op f = 0; out(!f); f = i > 2 ? mul : add;
	out(f(6, 7)); out(f == mul); out((i ? add : mul)(1, 2)); out((*f)(2, 2)); out((***f)(2, 3));
	op *pf = &f; out((*pf)(3, 3)); out(ops[1].f != ops[0].f); return 0; }
