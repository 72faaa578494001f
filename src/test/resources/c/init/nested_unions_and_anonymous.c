void out(long v);

struct s { union { int i; struct { short a, b; }; char c[4]; }; struct { int p, q; } n[2]; union { long l;
		void *v; } u; };
static struct s g[] = { { .a = 1, .b = 2, .n = { { 3, 4 }, { .q = 5 } }, .u.l = 6 }, { { 7 }, { { 8 } }, {
			9 } }, { .c = "abc", .n[1].p = 1, .u = { .v = g } } };
int main(void) { struct s l = { .i = -1, .n[0] = { 2 }, .u = { 3 } }; out(g[0].i); out(g[0].n[1].q);
	out(g[1].a); out(g[1].u.l); out(g[2].c[2]); out(g[2].u.v == g); out(l.b); out(l.n[0].p);
	out(l.n[1].p); out(l.u.l); l = (struct s){ .b = 5 }; out(l.i); return 0; }
