void out(long v);

typedef union { int *i; long *l; void *v; } any __attribute__((transparent_union));
static long f(any p, int which) { return which ? *p.l : *p.i; }
int main(void) { int i = 4; long l = 1L << 35; out(f(&i, 0)); out(f(&l, 1)); any a = { .l = &l };
	out(f(a, 1)); out(f((void *)&i, 0)); return 0; }
