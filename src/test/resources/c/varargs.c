void out(long v);

typedef __builtin_va_list va_list;
#define va_start(a, l) __builtin_va_start(a, l)
#define va_arg(a, t) __builtin_va_arg(a, t)
#define va_end(a) __builtin_va_end(a)
#define va_copy(a, b) __builtin_va_copy(a, b)
struct big { long a, b, c; };
static long vsum(int n, va_list ap) { long s = 0; while (n--) s += va_arg(ap, int); return s; }
static long sum(int n, ...)
{
	va_list ap, aq;
	long r;
	va_start(ap, n);
	va_copy(aq, ap);
	r = vsum(n, ap);
	r += 1000 * va_arg(aq, int);
	va_end(aq);
	va_end(ap);
	return r;
}
static long mixed(const char *f, ...)
{
	va_list ap;
	long r = 0;
	va_start(ap, f);
	for (; *f; f++) {
		switch (*f) {
		case 'i': r += va_arg(ap, int); break;
		case 'u': r += va_arg(ap, unsigned); break;
		case 'l': r += va_arg(ap, long); break;
		case 's': r += va_arg(ap, char *)[0]; break;
		}
	}
	va_end(ap);
	return r;
}
int main(void)
{
	signed char c = -3;
	unsigned u = 4000000000u;
	out(sum(3, 1, 2, 3)); out(sum(1, -5));
	out(mixed("")); out(mixed("i", c)); out(mixed("uli", u, -1L, 5)); out(mixed("sil", "A", 'x', 1L << 40));
	return 0;
}
