void out(long v);

static int collatz(int n) { int c = 0; while (n != 1) { n = n % 2 ? 3 * n + 1 : n / 2; c++; } return c; }
static int find(const int *a, int n, int v)
{
	int i;
	for (i = 0; i < n; i++) {
		if (a[i] < 0)
			continue;
		if (a[i] == v)
			break;
	}
	return i;
}
int main(void)
{
	int a[] = { 3, -1, 4, 1, 5 };
	int i = 0, n = 0;
	out(collatz(27));
	out(find(a, 5, 1)); out(find(a, 5, 9));
	do {
		n += i;
		if (i == 3)
			continue;
		n *= 2;
	} while (++i < 6);
	out(n);
	for (;;) {
		if (n-- < 100)
			break;
	}
	out(n);
	for (int j = 0, k = 10; j < k; j++, k--)
		n += j * k;
	out(n);
	if (n > 0) if (n > 1000000) out(1); else out(2);
	while (0) out(99);
	return 0;
}
