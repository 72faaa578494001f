void out(long v);

struct s { int a; union { struct { int x, y; }; long both; }; struct { union { char c; int i; }; short t; };
	int z; };
static struct s g = { .y = 2, .t = 5, 6 }, h = { 1, { { 2, 3 } }, { { 4 }, 5 }, 6 }, k = {
	.both = -1, .i = 300 }, m[2] = { [1].x = 7, [0] = { .c = 'q', .z = 1 } };
int main(void) { struct s l = { .x = 1, .y = 2, .c = 3 }; out(g.x); out(g.y); out(g.t); out(g.z); out(h.y);
	out(h.i); out(h.t); out(h.z); out(k.x); out(k.i); out(k.c); out(m[1].x); out(m[0].c); out(m[0].z);
	out(l.both); out(l.i); out(l.t); return 0; }
