void out(long v);

struct s { int a : 1; unsigned b : 1; signed c : 2; long d : 3; unsigned long e : 3; char f : 4;
	unsigned char g : 4; short h : 9; _Bool k : 1; };
int main(void)
{
	struct s x; int i;
	for (i = -3; i < 20; i += 3) { x.a = i; x.b = i; x.c = i; x.d = i; x.e = i; x.f = i; x.g = i; x.h = i * 100;
		x.k = i; out(x.a); out(x.b); out(x.c); out(x.d); out(x.e); out(x.f); out(x.g); out(x.h);
		out(x.k); }
	out(sizeof(x));
	return 0;
}
