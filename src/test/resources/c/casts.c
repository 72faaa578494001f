void out(long v);

int main(void)
{
	long l = 0x123456789abcdefL; int i = -2; unsigned u = 0x80000001u; void *p = (void *)0xffff888000000000UL;
	out((int)l); out((short)l); out((char)l); out((unsigned char)l); out((unsigned)l); out((long)(int)l); out((unsigned long)i); out((unsigned)i); out((long)u); out((int)u); out((long)(short)u);
	out((unsigned long)p >> 40); out((long)(unsigned char)(signed char)-1); out((_Bool)0x80000000u); out((char)(unsigned char)200); out((unsigned long)(unsigned)i == (unsigned long)i);
	out((long)p + 1); out((int)(long)p); out((unsigned short)-1 == -1); out((short)-1 == -1); out(((char *)p + 1) - (char *)p);
	out((unsigned char)(300 * 2)); out((long)(1 << 31)); out((long)(1u << 31)); out(-(unsigned char)1); out(-(unsigned)1 > 0);
	(void)l; (void)0;
	return 0;
}
