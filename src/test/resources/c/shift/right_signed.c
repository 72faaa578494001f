void out(long v);

int main(void)
{
	signed char s = -1; short h = -2; int i = -3; long l = -4;
	out(s >> 1); out(h >> 1); out(i >> 1); out(l >> 1); out(i >> 31); out(l >> 63); out((unsigned)i >> 1);
	out((unsigned long)l >> 1); out((unsigned char)s >> 1); out((unsigned short)h >> 1); out(-1 >> 5u);
	out(-1L >> 5UL); out(-8 >> 1 << 1);
	return 0;
}
