void out(long v);

struct big { long a[3]; }; struct one { int v; }; static struct big f(long x) { return (struct big){ {
			x, x + 1, x + 2 } }; }
int main(void) { struct big a = f(1), b = f(10), c; struct one p = { 3 }, q = { 4 }; int i;
	for (i = 0; i < 2; i++) { c = i ? a : b; out(c.a[1]); out((i ? a : b).a[2]); out((i ? p : q).v);
		out((i ? f(20) : b).a[0]); p = i ? q : p; struct one *r = i ? &p : &q; r->v++; } out(p.v);
	out(q.v); return 0; }
