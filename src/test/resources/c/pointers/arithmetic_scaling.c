void out(long v);

struct s { int a, b, c; };
int main(void)
{
	char c[10]; short h[10]; int i[10]; long l[10]; struct s s[10]; int (*m)[3] = (int (*)[3])i;
	out((char *)(c + 3) - (char *)c); out((char *)(h + 3) - (char *)h); out((char *)(3 + i) - (char *)i);
	out((char *)&l[3] - (char *)l); out((char *)(s + 2) - (char *)s); out((char *)(m + 2) - (char *)i);
	out(&s[7] - &s[2]); out((s + 9) - s); out(&h[1] - &h[8]); out((long *)((char *)l + 16) - l);
	out((char *)(&s[5] - 2) - (char *)s); out((void *)(l + 1) - (void *)l); void *v = l; v += 3; v++;
	out((char *)v - (char *)l);
	return 0;
}
