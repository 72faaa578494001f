void out(long v);

static int f(signed char c) { switch (c) { case 0x7f: return 1; case -1: return 2; case (char)0x80: return 3;
	} return 4; }
static int g(unsigned short s) { switch (s) { case 65535: return 1; case 0: return 2;
		case 40000 ... 50000: return 3; } return 4; }
static int h(unsigned u) { switch (u) { case 0x80000000 ... 0xffffffff: return 1; case 5 ... 4: return 2;
		case 0: return 3; } return 4; }
static int k(long l) { switch (l) { case -5L ... 5: return 1; case 0x7fffffffffffffffL: return 2;
		case -0x7fffffffffffffffL - 1: return 3; } return 4; }
int main(void)
{
	out(f(127)); out(f(-1)); out(f(-128)); out(f(0)); out(g(-1)); out(g(45000)); out(g(50001)); out(h(-1));
	out(h(5)); out(h(0)); out(h(1u << 31)); out(k(-5)); out(k(6)); out(k(0x7fffffffffffffffL));
	out(k(1L << 63));
	return 0;
}
