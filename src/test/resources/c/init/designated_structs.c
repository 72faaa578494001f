void out(long v);

struct p { int x, y; }; struct s { struct p a, b[2]; int n; const char *t; };
static struct s g = { .n = 4, .a.y = 2, .b[1] = { 5, 6 }, .b[0].x = 9, .t = "go" }; static struct s h = { {
		1, 2 }, { { 3, 4 }, { 5 } }, 6 }; static struct s k = { .b = { [1].y = 8 }, 7, "k", .a = {
		.x = 1 } };
int main(void) { struct s l = { .b[1].x = 3, 4, 5, .a = { 1 } }; out(g.a.x); out(g.a.y); out(g.b[0].x);
	out(g.b[0].y); out(g.b[1].y); out(g.n); out(g.t[1]); out(h.b[1].x + h.b[1].y); out(h.n);
	out(k.b[1].y); out(k.n); out(k.t[0]); out(k.a.x); out(l.b[1].x); out(l.b[1].y); out(l.n);
	out(l.a.x + l.a.y); return 0; }
