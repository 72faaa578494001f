void out(long v);

static int n; static int next(void) { return n++; } struct s { struct s *p; int v; };
int main(void) { struct s a = { 0, 5 }, b = { &a, 6 }; out(next() ?: 100); out(next() ?: 100); out(n);
	out((a.p ?: &b)->v); out((b.p ?: &b)->v); long l = 1L << 40; out(l ?: 5); unsigned char c = 0;
	out(c ?: -1); out((c ?: 0) == 0); int *p = 0; out(*(p ?: &n)); out(n++ ?: n++); out(n); return 0; }
