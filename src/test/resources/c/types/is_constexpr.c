void out(long v);

#define is_constexpr(x) (sizeof(int) == sizeof(*(8 ? ((void *)((long)(x) * 0l)) : (int *)8)))
#define choose(c, a, b) __builtin_choose_expr(c, a, b)
int main(void) { int n = 3; const int k = 4; out(is_constexpr(5)); out(is_constexpr(n));
	out(is_constexpr(sizeof(n))); out(is_constexpr(1 << 4)); out(is_constexpr(n * 0));
	out(choose(is_constexpr(7), 70, n)); out(choose(is_constexpr(n), 70, n));
	out(sizeof(choose(1, (char)1, 1L))); out(choose(0, n, "abc")[1]); (void)k; return 0; }
