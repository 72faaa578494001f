void out(long v);

struct s { int a; long b; };
static const struct s c = { 3, 4 }; static volatile struct s v = { 5, 6 };
int main(void) { struct s x = c, y; y = v; out(x.a + y.b); v = x; out(v.b); const struct s *p = &c; x = *p;
	x.a++; out(x.a); volatile struct s *q = &v; q->a += 10; y = *q; out(y.a); return 0; }
