void out(long v);

struct s { int a, b; long c; };
static struct s arr[5];
int main(void)
{
	int x[10];
	int *p = x, *q = &x[7];
	struct s *s = arr + 3;
	char *c = (char *)x;
	void *v = x;
	for (int i = 0; i < 10; i++)
		x[i] = i * i;
	out(q - p); out(p - q);
	out(*(p + 3)); out(p[4]); out(5[p]); out(*q--); out(*q); out(*--q); out(*q++);
	out((char *)q - c);
	out(s - arr); out((char *)s - (char *)arr);
	out((long)&((struct s *)0)->c);
	out(p < q); out(p == x); out(v == p); out(p != 0); out(!p);
	p += 2; out(*p);
	p -= 1; out(*p);
	out(v + 4 == &x[1]);
	out(&x[10] - &x[0]);
	out(*&x[2]); out(&*p == p);
	out((unsigned long)(p + 1) - (unsigned long)p);
	out((int *)8 + 1 == (int *)12);
	out(&arr[4].c - &arr[1].c);
	return 0;
}
