void out(long v);

static int f(int *a, int *b) { *a = 1; *b = 2; return *a; }
static long g(long *p, int *lo) { *p = 0; *lo = -1; return *p; }
static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }
int main(void) { int x = 0, y = 0; long l = 5; out(f(&x, &x)); out(f(&x, &y)); out(g(&l, (int *)&l));
	swap(&x, &y); out(x); swap(&x, &x); out(x); out(y); return 0; }
