void out(long v);

static unsigned long roundup_pow2(unsigned long n) { return n <= 1 ? 1 : 1UL << (64 - __builtin_clzl(n - 1));
}
static int ilog2(unsigned long n) { return 63 - __builtin_clzl(n); }
static int is_pow2(unsigned long n) { return n && !(n & (n - 1)); }
static unsigned hweight(unsigned w) { w -= (w >> 1) & 0x55555555;
	w = (w & 0x33333333) + ((w >> 2) & 0x33333333); w = (w + (w >> 4)) & 0x0f0f0f0f;
	return (w * 0x01010101) >> 24; }
#define ALIGN(x, a) (((x) + (a) - 1) & ~((typeof(x))(a) - 1))
#define DIV_ROUND_UP(n, d) (((n) + (d) - 1) / (d))
#define round_down(x, y) ((x) & ~((typeof(x))((y) - 1)))
int main(void) { unsigned long n; for (n = 1; n < 5000; n = n * 3 + 1) { out(roundup_pow2(n)); out(ilog2(n));
		out(is_pow2(n)); out(hweight(n)); out(ALIGN(n, 64)); out(ALIGN((unsigned)n, 4096UL));
		out(DIV_ROUND_UP(n, 7)); out(round_down(n, 16)); } out(ALIGN(-5, 4)); return 0; }
