void out(long v);

struct p { int x, y; }; struct t { struct p a; int v[3]; struct p b; };
static struct t g = { 1, 2, 3, 4, 5, 6, 7 }; static struct p q[] = { 1, 2, 3, 4, 5 }; static int m[2][3] = {
	1, 2, 3, 4 }; static struct t w = { { 1 }, { 2 }, 3 };
int main(void) { struct p o = { 8, 9 }; struct t l = { o, 1, 2, 3, o }; struct p z[2] = { o, 5, 6 };
	out(g.b.y); out(g.v[2]); out(sizeof(q) / sizeof(q[0])); out(q[2].y); out(m[1][0]); out(m[1][2]);
	out(w.b.x); out(w.v[1]); out(l.a.y); out(l.b.x); out(l.v[1]); out(z[1].y); return 0; }
