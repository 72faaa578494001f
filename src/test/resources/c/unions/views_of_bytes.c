void out(long v);

union u { unsigned long l; unsigned int i[2]; unsigned short s[4]; unsigned char c[8]; signed char sc[8]; };
int main(void)
{
	union u x = { 0x8899aabbccddeeffUL }; int n;
	for (n = 0; n < 8; n++) { out(x.c[n]); out(x.sc[n]); } for (n = 0; n < 4; n++) out(x.s[n]); out(x.i[1]);
	x.s[1] = 1; out(x.l); x.sc[7] = -1; out((long)x.l); x.i[0] += 5; out(x.l);
	return 0;
}
