void out(long v);

struct s { unsigned char c; int *p; int a[3]; };
int main(void)
{
	struct s s = { 255, 0, { 1, 2, 3 } }, *q = &s; s.p = s.a;
	out(q->c++); out(q->c); out(--q->c); out(*q->p++); out(*q->p); out(++*q->p); out(s.a[1]); out((*q->p)--); out(s.a[1]); out(-q->a[2]); out(q->p - s.a);
	int i = 3; int j = i++ + 10; out(i); out(j); j = --i * 2; out(j); i = -i; out(i); out(- -i); out(~-1); out(!!-1);
	long l = 0; out(l--); out(l); unsigned u = 0; out(u--); out(u);
	char *p = "abc"; out(*p++); out(*p); out(*++p);
	return 0;
}
