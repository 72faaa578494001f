void out(long v);

static int t[3][4] = { [0 ... 1] = { [1 ... 2] = 5, 6 }, [2][3] = 9 }; static struct { int k; char c[3]; }
s[4] = { [1 ... 2] = { 7, { [0 ... 1] = 'x' } }, { 8 } };
int main(void) { int i, j; for (i = 0; i < 3; i++) for (j = 0; j < 4; j++) out(t[i][j]);
	for (i = 0; i < 4; i++) out(s[i].k + s[i].c[1]); int l[5] = { [0 ... 4] = -1, [2] = 3 };
	out(l[1] + l[2] + l[4]); return 0; }
