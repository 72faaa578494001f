void out(long v);

#define f(x) ((x) + f2(x))
#define f2(x) ((x) * 2)
#define fin 1 + fin
#define EMPTY
#define DEFER(x) x EMPTY
#define EVAL(x) x
#define IF_1(t, e) t
#define IF_0(t, e) e
#define IF(c) IF__(c)
#define IF__(c) IF_##c
#define YES 1
#define MAP(m, a, b, c) m(a) + m(b) + m(c)
#define LPAREN (
static int self_(int x) { int v = x; return v; }
int main(void) { int self_v = 3; out(f(f(2))); out(EVAL(f2)(5)); out(IF(YES)(10, 20)); out(IF(0)(10, 20));
	out(MAP(f2, 1, 2, 3)); out(self_(4)); out(self_v); out(f2 (7)); out(EVAL(DEFER(f2)(4))); return 0; }
