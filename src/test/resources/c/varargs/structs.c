void out(long v);

struct s { int a, b; }; struct l { long v[4]; }; typedef struct { unsigned long p; } pte_t;
static long f(int n, ...) { __builtin_va_list ap; long r = 0; __builtin_va_start(ap, n); while (n--) {
		struct s s = __builtin_va_arg(ap, struct s); struct l l = __builtin_va_arg(ap, struct l);
		pte_t p = __builtin_va_arg(ap, pte_t); r = r * 7 + s.a - s.b + l.v[3] + p.p; l.v[0] = 99; }
	__builtin_va_end(ap); return r; }
int main(void) { struct s s = { 8, 3 }; struct l l = { { 1, 2, 3, 4 } }; pte_t p = { 100 };
	out(f(2, s, l, p, (struct s){ 1, 1 }, l, p)); out(l.v[0]); return 0; }
