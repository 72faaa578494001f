void out(long v);

struct s { unsigned a : 3; int b : 3; unsigned long c : 35; long d : 35; };
int main(void)
{
	struct s x = { 6, 2, 0x7fffffffeUL, 0x3fffffffeL }; int i;
	for (i = 0; i < 3; i++) { out(x.a++); out(++x.b); out(x.c++); out(++x.d); }
	for (i = 0; i < 4; i++) { out(--x.a); out(x.b--); out(--x.c); out(x.d--); }
	return 0;
}
