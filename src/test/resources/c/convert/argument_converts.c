void out(long v);

static long f(unsigned char a, short b, _Bool c, unsigned d, long e) {
	return a + 1000L * b + 1000000000L * c + d + e; }
int main(void)
{
	out(f(0x101, 0x10001, 2, -1, -1)); out(f(-1, -1, 0, 1L << 32, 5u - 6));
	out(f(300, 40000, 'a', 3, -3u));
	return 0;
}
