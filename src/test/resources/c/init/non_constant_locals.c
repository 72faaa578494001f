void out(long v);

static int n; static int next(void) { return ++n; }
struct s { int a; struct { int b, c; } in; int d[2]; };
int main(void) { int k = next(); struct s x = { k, { k + 1, k * 3 }, { next() } }; int v[3] = {
		x.a, x.in.c, [2] = next() }; struct s y = { .d = { k, v[2] }, .in = { .c = -1 }
	}, *p = &y, z = *p; out(x.a); out(x.in.c); out(x.d[0]); out(x.d[1]); out(v[2]); out(y.d[1]);
	out(y.in.b); out(z.in.c); int w = k + n, q = w * 2; out(q); return 0; }
