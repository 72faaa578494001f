void out(long v);

static int counter(void) { static int n = 10; return n++; }
static int *slot(int i) { static int t[3] = { 1, 2, 3 }; return &t[i]; }
static int two(int which) { if (which) { static int x = 100; return ++x; } else { static int x = 200;
		return ++x; } }
static long fib(int n) { static long memo[50]; if (n < 2) return n; if (memo[n]) return memo[n];
	return memo[n] = fib(n - 1) + fib(n - 2); }
int main(void) { int i; for (i = 0; i < 3; i++) { out(counter()); *slot(i) += i; out(two(i & 1)); }
	out(*slot(2)); out(fib(45)); for (i = 0; i < 2; i++) { static struct { int a; const char *s; } st = {
			5, "abc" }; st.a++; st.s++; out(st.a); out(*st.s); } return 0; }
