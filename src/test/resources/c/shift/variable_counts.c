void out(long v);

int main(void)
{
	int n; unsigned long x = 0; long y = 0; unsigned z = 0;
	for (n = 0; n < 64; n++) { x ^= 0x123456789abcdefUL << n; y += -0x7000000000000001L >> n;
		z += (n < 32 ? 0xdeadbeefu >> n : 7u << (n - 32)); }
	out(x); out(y); out(z);
	return 0;
}
