void out(long v);

typedef int T; typedef long U; typedef T V[3]; typedef struct s { T t; } S; typedef S *P; typedef T (*F)(T);
static T twice(T t) { return t * 2; }
int main(void) { T a = 3; V v = { 1, 2, 3 }; S s = { 4 }; P p = &s; F f = twice; { U T = 1L << 40; out(T);
		out(sizeof T); } { typedef char T; T c = 300; out(c); out(sizeof(T)); } T b = a;
	out(b + v[2] + p->t + f(5)); int U = 9; out(U); out((T)-1); out((T)(a)); out(sizeof(V)); {
		int S = 6, a = S * 2; out(a); } return 0; }
