void out(long v);

static int f(int n) { int r = 0; if (n & 1) goto inside; { int k = 3; r = k; inside: k = n; r += k; }
	return r; }
static int g(int n) { if (n > 2) goto in; if (n == 1) { r: return 11; } else { in: if (n == 4) goto r;
		n *= 10; } return n; }
int main(void) { int i; for (i = 0; i < 6; i++) { out(f(i)); out(g(i)); } return 0; }
