void out(long v);

#define check_add(a, b, d) ({ typeof(a) __a = (a); typeof(b) __b = (b); typeof(d) __d = (d); __builtin_add_overflow(__a, __b, __d); })
static unsigned long size_mul(unsigned long a, unsigned long b) { unsigned long r;
	if (__builtin_mul_overflow(a, b, &r)) return -1UL; return r; }
static int padd(int a, int b) { return __builtin_add_overflow_p(a, b, (int)0); }
int main(void) { unsigned long s; unsigned char c; out(check_add(5UL, 7UL, &s)); out(s);
	out(check_add(-1UL, 1UL, &s)); out(s); out(size_mul(1UL << 40, 1UL << 20));
	out(size_mul(1UL << 40, 1UL << 24)); out(check_add(200, 100, &c)); out(c); out(padd(2147483647, 1));
	out(padd(2147483647, -1)); out(__builtin_mul_overflow_p(200, 2, (unsigned char)0));
	out(__builtin_sub_overflow_p(1u, 2u, 0u)); int r; out(__builtin_sadd_overflow(2147483647, 1, &r));
	out(r); out(__builtin_umul_overflow(65536u, 65536u, (unsigned *)&r)); out(r); long l;
	out(__builtin_ssubl_overflow(-9223372036854775807L, 2, &l)); out(l);
	out(__builtin_uaddl_overflow(-1UL, 2, &s)); out(s); return 0; }
