void out(long v);

struct s { int a, b, c; }; static struct s g = { 1, 2, 3, .b = 20, .a = 10, 21 }; static int v[4] = {
	[0 ... 3] = 1, [2] = 5 }; static struct { struct s s; int n; } o = { .s = { 1, 2, 3 }, .s.b = 9 };
int main(void) { struct s l = { .c = 3, .c = 4, .a = 1 }; out(g.a); out(g.b); out(g.c);
	out(v[1] + v[2] * 10 + v[3]); out(o.s.a); out(o.s.b); out(o.s.c); out(l.c); out(l.b); return 0; }
