void out(long v);

int main(void)
{
	unsigned char c = 0x80; int i = 1; unsigned u = 1; long l = 1; unsigned long ul = 1;
	out(c << 1); out(c << 24); out((unsigned)c << 25); out(i << 31); out(u << 31); out((long)u << 31 << 1);
	out(l << 31); out(l << 63); out(ul << 63); out(ul << 63 >> 63); out(l << 63 >> 63);
	out(i << 31 >> 31); out(u << 31 >> 31); out(1 << (char)3); out(1UL << 40u); out(sizeof(c << 1L));
	out(sizeof(1 << 1L));
	return 0;
}
