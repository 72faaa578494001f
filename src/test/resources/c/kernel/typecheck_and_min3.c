void out(long v);

#define __typecheck(x, y) (!!(sizeof((typeof(x) *)1 == (typeof(y) *)1)))
#define __is_signed(x) ((typeof(x))(-1) < (typeof(x))1)
#define __cmp(x, y, op) ((x) op (y) ? (x) : (y))
#define __careful(x, y, op) __builtin_choose_expr(__builtin_constant_p(x) && __builtin_constant_p(y), __cmp(x, y, op), ({ typeof(x) ux = (x); typeof(y) uy = (y); __cmp(ux, uy, op); }))
#define min(x, y) __careful(x, y, <)
#define max(x, y) __careful(x, y, >)
#define min3(x, y, z) min((typeof(x))min(x, y), z)
#define clamp_t(t, v, l, h) ((t)max((t)l, min((t)v, (t)h)))
int main(void) { int a = 5; unsigned long b = 7; long c = -3; enum { K = max(3, 9) };
	static int t[min(4, 6)]; out(min(a, 3)); out(max(b, 2UL)); out(min3(a, 2, 9));
	out(clamp_t(int, c, 0, 10)); out(clamp_t(unsigned long, c, 0, 10)); out(__is_signed(b));
	out(__is_signed(c)); out(__typecheck(a, a)); out(K); out(sizeof(t)); out(max(a++, 1)); out(a);
	return 0; }
