void out(long v);

struct s { _Bool a : 1, b : 1, c : 1; unsigned rest : 5; };
int main(void)
{
	struct s x = { 0 };
	x.a = 2; x.b = 0x100; x.c = !x.a; out(x.a); out(x.b); out(x.c); out(*(unsigned char *)&x); x.a ^= 1;
	out(x.a); x.c |= 8; out(x.c); x.rest = 33; out(x.rest); out(x.a + x.b + x.c); out(-x.b);
	out(x.a ? 5 : 6); x.a = x.b && x.c; out(x.a); x.b--; out(x.b); x.b--; out(x.b);
	return 0;
}
