void out(long v);

static volatile int n; static int f(void) { return n++; }
int main(void) { volatile int v = 3; volatile unsigned char c = 255; int a; v; (void)v; v = v + v; a = v;
	out(a); v++; ++v; out(v--); out(v); c++; out(c); c--; out(c); out(f() + f()); out(n);
	volatile int *p = &v; *p; *p += 2; out(*p); struct { volatile int x; int y; } s = { 1, 2 };
	s.x = s.y; out(s.x); volatile struct { int q; } w = { 5 }; w.q *= 2; out(w.q); n = v = 7; out(n + v);
	return 0; }
