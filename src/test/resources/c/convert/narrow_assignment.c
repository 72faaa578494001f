void out(long v);

int main(void)
{
	unsigned char c; signed char s; short h; unsigned short uh; int i; unsigned u; _Bool b;
	long v = 0x123456789abcdef0L;
	out(c = v); out(s = v); out(h = v); out(uh = v); out(i = v); out(u = v); out(b = v);
	out(b = (int)(v << 60));
	v = -v;
	out(c = v); out(s = v); out(h = v); out(uh = v); out(i = v); out(u = v); out(b = !v);
	out(c = s = h = 0x1ff); out(i = c = -1); out(i = s = 255);
	return 0;
}
