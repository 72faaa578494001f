void out(long v);

int main(void)
{
	signed char s = -1; unsigned char u = 255; short h = -1; unsigned short uh = 65535; int i = -1;
	unsigned ui = -1; long l = -1; unsigned long ul = -1;
	out(s == h); out(s == i); out(s == l); out(s == ul); out(s == ui); out(s == u); out(s == uh); out(u == uh);
	out(h == ul); out(uh == ui); out(i == ui); out(ui == ul); out(ui == l); out(l == ul);
	out(h == (short)uh); out((signed char)u == s);
	return 0;
}
