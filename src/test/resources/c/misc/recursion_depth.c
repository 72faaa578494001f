void out(long v);

static int ack(int m, int n) { return m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
static int depth(int n) { int local[3] = { n, n + 1, n + 2 };
	return n == 0 ? local[2] : depth(n - 1) + local[0] % 3; }
static void hanoi(int n, int a, int b, int *c) { if (!n) return; hanoi(n - 1, a, 6 - a - b, c);
	*c = *c * 3 + a - b; hanoi(n - 1, 6 - a - b, b, c); }
int main(void) { int c = 0; out(ack(2, 3)); out(depth(90)); hanoi(7, 1, 3, &c); out(c); return 0; }
