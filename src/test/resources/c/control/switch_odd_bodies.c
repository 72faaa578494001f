void out(long v);

static int f(int x) { int r = 5; switch (x) case 3: r = 9; return r; }
static int g(int x) { switch (x) { int y; case 1: y = 7; return y; default: y = 8; return y + x; } }
static int h(int x) { int n = 0; switch (x) { for (; n < 10; n++) { case 1: n += 2; continue; case 2: n += 4;
		} } return n; }
static int k(int x) { switch (x) { } return x; }
static int m(int x) { switch (x++) { default: return x; } }
int main(void) { int i; for (i = 0; i < 4; i++) { out(f(i)); out(g(i)); out(h(i)); out(k(i)); out(m(i)); }
	return 0; }
