void out(long v);

int main(void)
{
	long v = -0x7766554433221101L;
	out((int)(short)v); out((unsigned)(short)v); out((long)(unsigned)(short)v);
	out((unsigned long)(signed char)v); out((long)(unsigned char)(signed char)v);
	out((short)(unsigned char)v); out((_Bool)(unsigned char)(v & 0x100)); out((unsigned char)(_Bool)v);
	out((signed char)(int)(unsigned short)(v >> 4));
	return 0;
}
