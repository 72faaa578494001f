void out(long v);

int main(void)
{
	int i = -1; unsigned u = -1; long l = -1; unsigned char c = 0xff; short h = -1;
	i <<= 4; out(i); i >>= 2; out(i); u >>= 4; out(u); u <<= 8; out(u); l <<= 40; out(l); l >>= 39; out(l);
	c >>= 1; out(c); c <<= 3; out(c); h <<= 15; out(h); h >>= 14; out(h); u >>= 3L; out(u);
	i >>= (char)1; out(i);
	return 0;
}
