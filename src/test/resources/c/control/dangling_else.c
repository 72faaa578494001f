void out(long v);

static int f(int a, int b) { if (a) if (b) return 1; else return 2; return 3; }
static int g(int a, int b) { if (a) { if (b) return 1; } else return 2; return 3; }
static int h(int a, int b) { if (a) ; else if (b) return 4; else ; return 5; }
int main(void) { int i; for (i = 0; i < 4; i++) { out(f(i & 1, i >> 1)); out(g(i & 1, i >> 1));
		out(h(i & 1, i >> 1)); } return 0; }
