void out(long v);

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
static int f(int x) { if (unlikely(x < 0)) return -1; if (likely(x & 1) && !unlikely(x > 5)) return 1;
	return likely(x) ? 2 : 3; }
int main(void) { int i; long l = 5; for (i = -1; i < 8; i++) out(f(i)); out(__builtin_expect(l, 5));
	out(sizeof(__builtin_expect((char)1, 0))); out(__builtin_expect(i++, 3)); out(i);
	out(__builtin_constant_p(5)); out(__builtin_constant_p("x"[0] + 1) >= 0);
	out(__builtin_expect_with_probability(l > 3, 1, 0.9)); if (__builtin_expect(0 || l, 1)) out(1);
	return 0; }
