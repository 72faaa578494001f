void out(long v);

struct s { unsigned a : 4; int b : 4; unsigned long c : 36; };
int main(void)
{
	struct s x = { 3, -2, 0xfffffffffUL }; int i;
	for (i = 0; i < 2; i++) { out(i ? x.a : x.b); out((i ? x.a : -1) > 0); out((x.a, x.b)); out(i ? x.c : -1);
		out((i ? x.c : 0) + 1); out(x.a && x.b); out(x.b < x.a); }
	out(x.c * 2); out(x.c + x.a); out(x.c == 0xfffffffffUL); out(x.c > -1); out((x.c, 1) + (long)x.c);
	return 0;
}
