void out(long v);

static int f(unsigned char c) { switch (c) { case 255: return 1; case -1: return 2; default: return 3; } }
static int g(signed char c) { switch (c) { case 255: return 1; case -1: return 2; default: return 3; } }
static int h(unsigned u) { switch (u) { case -1: return 1; case 0x80000000: return 2; default: return 3; } }
static int k(unsigned long u) { switch (u) { case -1: return 1; case 0xffffffff: return 2; default: return 3;
	} }
int main(void) { out(f(-1)); out(g(-1)); out(h(-1)); out(h(1u << 31)); out(k(-1)); out(k((unsigned)-1));
	return 0; }
