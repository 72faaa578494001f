void out(long v);

int main(void)
{
	unsigned short a = 65535, b = 65535;
	short c = -32768;
	out((unsigned)a * b); out(c * c); out((short)(c * c)); out(c / -1); out((short)(c / -1));
	out((unsigned short)(a + 1)); out(a + 1); out((short)a); out((unsigned short)c);
	return 0;
}
