void out(long v);

static int f(int x) { switch (x) { case -5 ... -1: return 1; case 0: return 2; case 1 ... 9: return 3;
		case 'a' ... 'z': return 4; case 'A' ... 'Z': return 5;
		case 0x7ffffff0 ... 0x7fffffff: return 6; default: return 7; } }
static int g(unsigned long x) { switch (x) { case 0 ... 0xfff: return 1;
		case 0x1000 ... 0xffffffff: return 2; case 0x100000000 ... -2UL: return 3;
		case -1UL: return 4; } return 5; }
static int h(unsigned char c) { switch (c) { case 0x80 ... 0xff: return 1; case 0 ... 0x1f: return 2; }
	return 3; }
int main(void)
{
	int i; long s = 0; for (i = -8; i < 130; i++) s = s * 7 + f(i); out(s); out(f(0x7fffffff));
	out(f(0x7fffffef)); out(g(0)); out(g(0xfff)); out(g(0x1000)); out(g(0xffffffffUL));
	out(g(1UL << 32)); out(g(-2L)); out(g(-1)); for (i = 0; i < 256; i += 31) out(h(i));
	return 0;
}
