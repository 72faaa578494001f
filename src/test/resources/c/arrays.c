void out(long v);

static int m[3][4] = { { 1, 2 }, { 3, 4, 5, 6 }, [2][3] = 9 };
static const char *names[] = { "zero", "one", [4] = "four" };
static int sum(int a[][4], int n)
{
	int s = 0;
	for (int i = 0; i < n; i++)
		for (int j = 0; j < 4; j++)
			s += a[i][j];
	return s;
}
static int last(int n, int a[static 2]) { return a[n - 1]; }
int main(void)
{
	int (*row)[4] = m + 1;
	int l[] = { 5, 6, 7 };
	out(sum(m, 3)); out((*row)[2]); out(row[1][3]); out(sizeof m); out(sizeof(m[0])); out(sizeof *row);
	out(sizeof(names) / sizeof(names[0]));
	out(names[1][2]); out(names[3] == 0); out(*names[4]);
	out(last(3, l)); out(sizeof l);
	out(m[1][1] + *(*(m + 2) + 3));
	out(&m[2] - &m[0]); out((char *)&m[1] - (char *)m);
	return 0;
}
