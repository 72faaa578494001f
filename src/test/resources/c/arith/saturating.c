void out(long v);

static int sat_add(int a, int b) { long r = (long)a + b;
	return r > 2147483647 ? 2147483647 : r < -2147483648L ? -2147483648 : r; }
static unsigned char clip(int v) { return v & ~255 ? -v >> 31 : v; }
static unsigned long size_add(unsigned long a, unsigned long b) { unsigned long r;
	return __builtin_add_overflow(a, b, &r) ? ~0UL : r; }
static int avg(int a, int b) { return (a & b) + ((a ^ b) >> 1); }
int main(void) { out(sat_add(2147483647, 5)); out(sat_add(-2147483647, -5)); out(sat_add(5, -7));
	out(clip(300)); out(clip(-3)); out(clip(77)); out(size_add(-1UL, 2)); out(size_add(3, 4));
	out(avg(2147483647, 2147483645)); out(avg(-5, -8)); return 0; }
