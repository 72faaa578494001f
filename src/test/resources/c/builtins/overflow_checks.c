void out(long v);

static const long v[] = { 0, 1, -1, 2147483647L, -2147483648L, 4294967295L, 9223372036854775807L,
	-9223372036854775807L - 1, 3037000500L };
int main(void)
{
	unsigned i, j; int ri; unsigned ru; long rl; unsigned long rul; unsigned char rc; signed char rs;
	unsigned long h = 0;
	for (i = 0; i < 9; i++) for (j = 0; j < 9; j++) { long a = v[i], b = v[j];
		h = h * 3 + __builtin_add_overflow(a, b, &rl); h = h * 3 + rl;
		h = h * 3 + __builtin_sub_overflow(a, b, &rul); h = h * 3 + rul;
		h = h * 3 + __builtin_mul_overflow(a, b, &rl); h = h * 3 + rl;
		h = h * 3 + __builtin_mul_overflow((unsigned long)a, (unsigned long)b, &rul);
		h = h * 3 + rul; h = h * 3 + __builtin_add_overflow((int)a, (unsigned)b, &ri);
		h = h * 3 + ri; h = h * 3 + __builtin_sub_overflow((unsigned)a, (int)b, &ru); h = h * 3 + ru;
		h = h * 3 + __builtin_mul_overflow((int)a, (int)b, &rc); h = h * 3 + rc;
		h = h * 3 + __builtin_add_overflow(a, (unsigned long)b, &rs); h = h * 3 + rs;
		h = h * 3 + __builtin_mul_overflow(a, (unsigned)b, &ri); h = h * 3 + ri; out(h); }
	return 0;
}
