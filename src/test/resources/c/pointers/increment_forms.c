void out(long v);

int main(void)
{
	int a[] = { 10, 20, 30, 40, 50, 60 }; int *p = a, *q;
	out(*p++); out(*p); out((*p)++); out(*p); out(*++p); out(++*p); out(*p--); out(*p); q = p; p += 3; out(*p);
	p -= 2; out(*p); out(p - q); out(*(p++ + 1)); out(*p); out(p[-1]); out(-1[p]); out(2[a]);
	out(*&a[3]); q = &a[5]; while (q > a) out(*--q);
	return 0;
}
