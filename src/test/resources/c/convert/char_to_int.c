void out(long v);

int main(void)
{
	char c = (char)200;
	signed char s = (signed char)0x80;
	unsigned char u = 200;
	out(c); out(s); out(u);
	out(c == u); out(c < u); out((unsigned char)c == u);
	out(c + u); out(-s); out(-u); out(~u); out(!u);
	return 0;
}
