void out(long v);

static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static int ack(int m, int n) { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
static int even(int n); static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static void hanoi(int n, int *c, int a, int b) { if (n) { hanoi(n - 1, c, a, 6 - a - b); ++*c; hanoi(n - 1, c, 6 - a - b, b); } }
static int locals(int n) { int a[4] = { n, n + 1 }; if (n > 0) a[2] = locals(n - 1); return a[0] + a[1] + a[2] + a[3]; }
int main(void)
{
	int c = 0; out(fib(15)); out(ack(2, 3)); out(even(10)); out(odd(7)); hanoi(6, &c, 1, 3); out(c); out(locals(5)); return 0;
}
