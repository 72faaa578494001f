void out(long v);

struct s { volatile unsigned a : 3; volatile int b : 29; };
int main(void)
{
	volatile struct s x = { 0 }; x.a = 5; x.b = -100; x.a++; x.b--; out(x.a); out(x.b); out(x.a + x.b);
	(void)x.a;
	return 0;
}
