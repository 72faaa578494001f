void out(long v);

#define T(op, ta, a, tb, b, tr) do { volatile ta x = a; volatile tb y = b; tr r; out(__builtin_##op##_overflow(x, y, &r)); out((long)r); } while (0)
int main(void)
{
	T(add, int, 2147483647, int, 1, int); T(add, int, 2147483646, int, 1, int);
	T(add, unsigned, 4294967295u, unsigned, 1, unsigned); T(add, unsigned, 4294967295u, unsigned, 1, long);
	T(add, unsigned long, -1UL, unsigned long, 1, unsigned long); T(add, long, -1L, unsigned long, 1, unsigned long);
	T(add, long, 9223372036854775807L, long, 1, long); T(add, int, -1, int, 0, unsigned);
	T(sub, unsigned long, 1, unsigned long, 2, unsigned long); T(sub, unsigned long, 1, unsigned long, 2, long);
	T(sub, int, -2147483647, int, 2, int); T(sub, unsigned char, 3, unsigned char, 5, unsigned char);
	T(mul, int, 65536, int, 65536, int); T(mul, int, 65536, int, 32767, int); T(mul, unsigned long, 1UL << 32, unsigned long, 1UL << 32, unsigned long);
	T(mul, unsigned long, 1UL << 32, unsigned long, (1UL << 32) - 1, unsigned long); T(mul, long, -3, long, 5, long); T(mul, long, -3, unsigned long, 5, unsigned long);
	T(mul, long, 1L << 62, long, -2, long); T(mul, long, 1L << 62, long, 2, long); T(mul, long, 1L << 62, long, 2, unsigned long);
	T(mul, int, -1, long, -9223372036854775807L - 1, long); T(add, signed char, 100, signed char, 100, signed char); T(mul, unsigned, 100000, unsigned, 100000, unsigned);
	return 0;
}
