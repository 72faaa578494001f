void out(long v);

struct vis { int (*visit)(struct vis *, int); int depth, sum; };
static int walk(struct vis *v, int n) { v->sum += n; v->depth++;
	return n <= 1 ? v->depth : v->visit(v, n / 2) + (n & 1 ? v->visit(v, n - 1) : 0); }
static int even(int n); static int odd(int n) { return n == 0 ? 0 : even(n - 1); } static int even(int n) {
	return n == 0 ? 1 : odd(n - 1); } static int (*const eo[2])(int) = { even, odd };
int main(void) { struct vis v = { walk }; out(walk(&v, 13)); out(v.sum); out(v.depth); out(eo[0](10));
	out(eo[1](10)); out(eo[1](7)); return 0; }
