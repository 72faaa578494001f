void out(long v);

struct s { int n; int a[3][2]; };
static int sum(int (*a)[2], int n) { int s = 0, i, j; for (i = 0; i < n; i++) for (j = 0; j < 2;
	j++) s += a[i][j] * (i + 1); return s; }
int main(void)
{
	struct s x = { 3, { { 1, 2 }, { 3 }, { 5, 6 } } }, *p = &x; out(sum(x.a, 3)); out(sum(p->a + 1, 2));
	out(*p->a[2]); out(*(*(p->a + 2) + 1)); out(sizeof(p->a)); out(sizeof(p->a[0]));
	out(&p->a[2][1] - &p->a[0][0]); out((char *)&p->a[1] - (char *)p); int (*q)[2] = &p->a[1];
	out(q[1][0]); out((*q)[0]); out(q[-1][1]);
	return 0;
}
