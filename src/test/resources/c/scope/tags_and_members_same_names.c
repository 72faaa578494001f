void out(long v);

struct a { int a; struct { int a; } b; }; typedef struct a a; union b { int b; a a; };
static int c(int d) { struct c { int c; } c = { d }; return c.c; }
int main(void) { a a = { 1, { 2 } }; union b b = { .a = a }; int label = 3; goto label;
	label: out(a.a + a.b.a); out(b.b); out(b.a.b.a); out(c(9)); out(label); { enum a_ { a_ } v = a_;
		out(v); } return 0; }
