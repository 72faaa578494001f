void out(long v);

static int a[] = { [5] = 50, [2] = 20, 30, [0] = 1, 2 }; static int r[] = {
	[1 ... 3] = 7, [3] = 8, [6 ... 7] = 9, 10 }; static char m[3][4] = { [1] = {
		[2] = 'x' }, [2][0] = 'y', 'z' };
int main(void) { unsigned i; out(sizeof(a) / sizeof(a[0])); for (i = 0; i < 6; i++) out(a[i]);
	out(sizeof(r) / sizeof(r[0])); for (i = 0; i < 9; i++) out(r[i]); out(m[1][2]); out(m[2][0]);
	out(m[2][1]); out(m[0][0]); int l[] = { [4] = 1, [1 ... 2] = 5 }; out(sizeof(l));
	out(l[2] + l[3] + l[4]); return 0; }
