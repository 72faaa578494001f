void out(long v);

struct s { int a : 5; unsigned b : 5; long c : 40; unsigned long d : 40; };
int main(void)
{
	struct s x = { -1, 31, -1, -1 };
	out(x.a == x.b); out(x.a < x.b); out(x.c == x.d); out(x.c < x.d); out(x.a < 0); out(x.c < 0); out(x.d > 0);
	out(x.a == -1); out(x.c == -1L); out(x.d == 0xffffffffffUL); out(x.b > x.a); out(x.d > x.b);
	out(!x.a); out(x.a & x.b); out(x.c & x.d);
	return 0;
}
