void out(long v);

#define va_start(a, l) __builtin_va_start(a, l)
#define va_arg(a, t) __builtin_va_arg(a, t)
#define va_end(a) __builtin_va_end(a)
static long sum(const char *f, ...) { __builtin_va_list ap; long s = 0; va_start(ap, f);
	for (; *f; f++) s = s * 3 + (*f == 'i' ? va_arg(ap, int) : *f == 'u' ? (long)va_arg(ap,
	unsigned) : *f == 'l' ? va_arg(ap, long) : *f == 'p' ? *va_arg(ap, int *) : va_arg(ap,
	unsigned long long)); va_end(ap); return s; }
int main(void) { char c = -1; unsigned char uc = 255; short s = -2; unsigned short us = 65535; _Bool b = 1;
	float *none = 0; int x = 42; struct { unsigned f : 5; int g : 6; } q = { 31, -3 };
	out(sum("iiiiiii", c, uc, s, us, b, 'a', -1)); out(sum("uulUip", 4000000000u, -1, -1L, -1ULL, uc + 1,
	&x)); out(sum("ii", q.f, q.g)); out(sum("")); out(sum("llllllllll", 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L,
	9L, 10L)); (void)none; return 0; }
