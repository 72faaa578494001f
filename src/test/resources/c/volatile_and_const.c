void out(long v);

static volatile int v = 3; static const int k = 4;
#define READ(x) (*(const volatile typeof(x) *)&(x))
#define WRITE(x, y) (*(volatile typeof(x) *)&(x) = (y))
struct s { int a; void *p; };
int main(void)
{
	int x = 5; struct s s = { 1, &x }; volatile struct s *vs = &s; const int *pk = &k;
	out(v + READ(x)); WRITE(x, 9); out(x); out(READ(s.a)); WRITE(s.a, 2); out(vs->a); vs->a = 7; out(s.a); out(*pk); out(*(int *)READ(s.p));
	v; v++; out(v); v += v; out(v); out(READ(v) == READ(v));
	return 0;
}
