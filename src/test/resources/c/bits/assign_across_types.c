void out(long v);

struct s { unsigned long a : 50; int b : 20; unsigned char c : 3; };
int main(void)
{
	struct s x = { 0 }; int i;
	for (i = -5; i < 6; i += 2) { x.a = i; x.b = x.a; x.c = x.b; out(x.a); out(x.b); out(x.c); x.b = i * 100000;
		x.a = x.b; out(x.a); x.a = x.c * 3 - x.b; out(x.a); }
	return 0;
}
