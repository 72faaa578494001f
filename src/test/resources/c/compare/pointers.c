void out(long v);

int main(void)
{
	int a[10]; char *c = (char *)a; void *v = a + 3; int *p = &a[3], *q = a + 10;
	out(p > a); out(p == v); out((void *)p == v); out(q > p); out(q - p); out(p <= (int *)v);
	out((char *)p - c); out(!p); out(p && q); out(p != (void *)0);
	out((unsigned long)p < (unsigned long)q); out(&a[10] == q); out(*&p == p);
	return 0;
}
