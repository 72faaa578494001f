void out(long v);

static void set_bit(unsigned nr, volatile unsigned long *p) { p[nr / 64] |= 1UL << (nr % 64); }
static void clear_bit(unsigned nr, unsigned long *p) { p[nr >> 6] &= ~(1UL << (nr & 63)); }
static int test_bit(unsigned nr, const volatile unsigned long *p) { return 1UL & (p[nr / 64] >> (nr & 63)); }
static int test_and_set(unsigned nr, unsigned long *p) { unsigned long m = 1UL << nr % 64, o = p[nr / 64];
	p[nr / 64] = o | m; return (o & m) != 0; }
static unsigned find_next(const unsigned long *p, unsigned size, unsigned from) { while (from < size) {
		unsigned long w = p[from / 64] >> (from % 64); if (w) { from += __builtin_ctzl(w);
			return from < size ? from : size; } from = (from | 63) + 1; } return size; }
#define DECLARE_BITMAP(n, b) unsigned long n[((b) + 63) / 64]
#define for_each_set_bit(b, p, n) for ((b) = find_next(p, n, 0); (b) < (n); (b) = find_next(p, n, (b) + 1))
int main(void) { DECLARE_BITMAP(m, 200) = { 0 }; unsigned b; set_bit(0, m); set_bit(63, m); set_bit(64, m);
	set_bit(190, m); set_bit(199, m); clear_bit(64, m); out(test_bit(63, m)); out(test_bit(64, m));
	out(test_and_set(100, m)); out(test_and_set(100, m)); for_each_set_bit(b, m, 195) out(b);
	out(sizeof(m)); return 0; }
