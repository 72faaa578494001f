void out(long v);

static int fits(unsigned long start, unsigned long len, unsigned long limit) {
	return start + len <= limit && start + len >= start; }
static int overlap(unsigned long a, unsigned long b, unsigned long c, unsigned long d) {
	return a < d && c < b; }
static int inr(int x, unsigned lo, unsigned hi) { return x - lo < hi - lo; }
int main(void) { out(fits(10, 5, 15)); out(fits(-10UL, 20, 100)); out(fits(0, -1UL, -1UL));
	out(overlap(1, 5, 5, 9)); out(overlap(1, 6, 5, 9)); out(inr(-1, 0, 10)); out(inr(5, 3, 6));
	out(inr(3, 3, 6)); out(inr(6, 3, 6)); int i = -1; unsigned u = 1; out(i + u > i);
	out(i < 0 && u > i); return 0; }
