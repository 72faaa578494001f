void out(long v);

struct s { unsigned a : 3; unsigned b : 31; unsigned c : 32; unsigned long d : 33; unsigned long e : 63;
	long f : 33; unsigned long g : 12; };
int main(void)
{
	struct s x = { 1, 1, 1, 1, 1, 1, 1 };
	out(x.a - 2 < 0); out(x.b - 2 < 0); out(x.c - 2 < 0); out(x.d - 2 < 0); out(x.e - 2 < 0); out(x.f - 2 < 0);
	out(x.g - 2 < 0); out(-x.a); out(-x.c); out(~x.a); out(~x.c); out(sizeof(x.a + 0));
	out(sizeof(x.c + 0)); out(sizeof(x.d + 0)); out(x.a << 31); out(x.b << 1);
	x.e = -1; out(x.e); out(x.e + 1 == 0); out((x.e + 1UL) >> 60); x.d = -1; out(x.d + 1); out(x.d + 1ul);
	out(x.d << 31 >> 31); x.g = -1; out(x.g + 1);
	return 0;
}
