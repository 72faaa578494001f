void out(long v);

static int f(int n) { int i, s = 0; for (i = 0; i < 10; i++) {
		s += ({ if (i == n) break; if (i & 1) continue; i; }); } return s; }
static int g(int n) { int v = 5 + ({ if (n < 0) return -99; n * 2; }); return v; }
static int h(int n) { int v = ({ if (n == 3) goto out; n; }); return v; out: return 1000; }
int main(void) { int i; for (i = -1; i < 9; i += 2) { out(f(i)); out(g(i)); out(h(i)); } return 0; }
