void out(long v);

int main(void)
{
	unsigned char a = 200, b = 100;
	signed char c = -1;
	short s = -5;
	unsigned short us = 65535;
	out(a + b);
	out(a * b);
	out(c + 1u > 5);
	out(c < 1u);
	out(s >> 1);
	out((unsigned short)s >> 1);
	out(us + 1);
	out(us * us > 0);
	out(~a);
	out(-a);
	out(+c);
	out(!s);
	out(sizeof(a + b));
	out(sizeof(+c));
	out((char)300);
	out((unsigned char)-1);
	return 0;
}
