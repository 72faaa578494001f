void out(long v);

int main(void)
{
	int a[8] = { 0, 1, 2, 3, 4, 5, 6, 7 }; int *p = a + 4; unsigned u = 1; signed char s = -2;
	unsigned char uc = 255; unsigned long ul = -1UL; short h = -4;
	out(p[-1]); out(p[s]); out(*(p + s)); out(p[ul]); out(*(p - u)); out(p[(signed char)uc]); out(p[h]);
	out(*(p - h - 1)); out(p[u - 1]); out((p + 2)[-3]); out(a[uc - 250]);
	return 0;
}
