void out(long v);

int main(void)
{
	int a[3][4], (*p)[4] = a, *q = &a[0][0], i, j, s = 0; int (*w)[3][4] = &a;
	for (i = 0; i < 3; i++) for (j = 0; j < 4; j++) a[i][j] = i * 10 + j;
	for (i = 0; i < 12; i++) s = s * 3 + q[i]; out(s); out(p[2][1]); out(*(*(p + 1) + 3)); out((*w)[2][3]);
	out(sizeof(*w) / sizeof(**w)); out((*++p)[0]); out(p[-1][2]); out((int *)(w + 1) - q); out(*a[2]);
	out(a[1] - a[0]); out(&a[2] - &a[0]); out(**a); out(*(a[0] + 5));
	return 0;
}
