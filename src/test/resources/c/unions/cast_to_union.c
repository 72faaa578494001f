void out(long v);

union w { unsigned long l; void *p; }; union v { int i; long l; char c[12]; };
static long f(union v x) { return x.i; }
int main(void)
{
	int a; union w x = (union w)(void *)&a; out(x.p == &a); x = (union w)5UL; out(x.l); out(f((union v)7));
	union v y = (union v)9L; out(y.l);
	return 0;
}
