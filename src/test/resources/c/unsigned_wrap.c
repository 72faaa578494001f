void out(long v);

int main(void)
{
	unsigned long a = 0x7ffffffff000UL, s = 0x8000UL; unsigned char c = 0; unsigned short h = 65535; unsigned u = 0;
	out(a - s > a); out(s - a > s); out(s - a); c--; out(c); h++; out(h); u -= 1; out(u); out(u + 1 == 0); out(u + 1UL == 0);
	out((a + 4095) & ~4095UL); out((a & ~(unsigned long)(4096 - 1)) == a); out(-1UL >> 12); out(~0U >> 4); out((long)(u * u)); out((unsigned long)(int)-1 == ~0UL); out((unsigned long)(unsigned)-1);
	out((int)0xffffffffUL); out((short)0x18000); out((signed char)0xff80);
	return 0;
}
