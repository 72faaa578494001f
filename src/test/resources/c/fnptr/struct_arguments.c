void out(long v);

struct big { long a[4]; }; struct small { int v; };
static struct big inc(struct big b) { b.a[1]++; return b; } static struct small dbl(struct small s) {
	s.v *= 2; return s; } static long use(struct big b, struct small s) { return b.a[1] * 100 + s.v; }
int main(void) { struct big (*f)(struct big) = inc; struct small (*g)(struct small) = dbl;
	long (*h)(struct big, struct small) = use; struct big b = { { 1, 2, 3, 4 } }; struct small s = { 5 };
	out(f(b).a[1]); out(g(s).v); out(h(f(f(b)), g(g(s)))); b = f(b); out(b.a[1]); return 0; }
