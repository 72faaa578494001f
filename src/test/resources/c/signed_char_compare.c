void out(long v);

int main(void)
{
	char c = '\xff'; unsigned char u = 0xff; signed char s = -1; short h = -1; unsigned short uh = 0xffff; 
	out(c == 0xff); out(u == 0xff); out(c == s); out(u == s); out(c < 0); out(h == uh); out((unsigned)h == uh); out((unsigned short)h == uh); out(c == '\xff'); out(u > c); out((c & 0xff) == u); out(c | u); out(c ^ u); out(~u); out(~c); out((unsigned char)~u); out(u << 8 | u); out(c ? 1 : 0); out(c + u);
	return 0;
}
