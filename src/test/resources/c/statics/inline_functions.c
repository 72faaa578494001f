void out(long v);

static inline __attribute__((always_inline)) int a(int x) { return x + 1; }
static __attribute__((noinline)) int b(int x) { return a(x) * 2; } inline static int c(int x) { static int n;
	n += x; return n; } static int (d)(int x) { return -x; }
#define d(x) (x)
int main(void) { out(a(b(3))); out(c(2) + c(3)); out((d)(7)); out(d(7)); return 0; }
