void out(long v);

int main(void)
{
	int a = -16;
	unsigned b = 0xf0000000u;
	long c = 1;
	unsigned char d = 0x80;
	out(a >> 2);
	out(b >> 28);
	out((int)b >> 28);
	out(c << 40);
	out(1 << 31);
	out(1u << 31);
	out(1ul << 63);
	out(d << 1);
	out((unsigned char)(d << 1));
	out(d << 24);
	a <<= 3;
	out(a);
	b >>= 4;
	out(b);
	d >>= 3;
	out(d);
	out(1L << 33 >> 1);
	return 0;
}
