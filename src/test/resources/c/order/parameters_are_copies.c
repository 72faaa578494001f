void out(long v);

static int f(int a, int *p) { *p = 99; a += *p; return a; } static long g(int n) { int *p = &n; (*p)++;
	return n; } static int h(int v[3]) { v[1] = 50; v++; return v[0]; } static int k(int n, char c) {
	while (n-- > 0) c++; return c; } static int m(int a[static 2], int (*b)[2]) { return a[1] + (*b)[0]; }
int main(void) { int x = 1, v[3] = { 1, 2, 3 }, w[2] = { 4, 5 }; out(f(x, &x)); out(x); out(g(4)); out(h(v));
	out(v[1]); out(k(300, 'a')); out(m(w, &w)); return 0; }
