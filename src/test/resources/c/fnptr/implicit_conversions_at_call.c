void out(long v);

static int f(unsigned char c, short s) { return c * 1000 + s; } static int (*pf)(unsigned char, short) = f;
static unsigned char ret(int x) { return x; }
int main(void) { int (*g)(int) = (int (*)(int))0; unsigned char (*r)(int) = ret; out(pf(257, 65537));
	out(pf(-1, 40000)); out(r(511) + 1); out(g == 0); long l = r(-1); out(l); out((signed char)r(200));
	out(-r(1)); return 0; }
