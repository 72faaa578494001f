void out(long v);

static long wide(long v) { return v * 2; } static void bump(int *p) { (*p)++; } static int none(void) {
	return 77; }
int main(void) { void *p = wide; long (*f)(long) = p; unsigned long u = (unsigned long)none; int n = 0;
	void (*g)(int *) = bump; g(&n); (*g)(&n); out(n); out(f(21)); out(((int (*)(void))u)());
	out(((long (*)(long))(void *)wide)(4)); void (*h)(void *) = (void (*)(void *))bump; h(&n); out(n);
	out(p == (void *)wide); out((void *)f != (void *)g); return 0; }
