void out(long v);

typedef __builtin_va_list va_list; static char buf[64];
static int num(char *p, unsigned long v, int base) { char t[24]; int n = 0, k;
	do t[n++] = "0123456789abcdef"[v % base]; while (v /= base);
	for (k = 0; k < n; k++) p[k] = t[n - 1 - k]; return n; }
static int vfmt(char *p, const char *f, va_list ap) { char *s = p; for (; *f; f++) { if (*f != '%') {
			*p++ = *f; continue; } int l = 0; while (*++f == 'l') l++; switch (*f) { case 'd': {
				long v = l ? __builtin_va_arg(ap, long) : __builtin_va_arg(ap, int);
				if (v < 0) { *p++ = '-'; v = -v; } p += num(p, v, 10); break; }
			case 'u': case 'x': p += num(p, l ? __builtin_va_arg(ap,
			unsigned long) : __builtin_va_arg(ap, unsigned), *f == 'x' ? 16 : 10); break;
			case 's': { const char *q = __builtin_va_arg(ap, const char *);
				while (*q) *p++ = *q++; break; } case 'c': *p++ = __builtin_va_arg(ap, int);
			break; default: *p++ = *f; } } *p = 0; return p - s; }
static int fmt(const char *f, ...) { va_list ap; int n; __builtin_va_start(ap, f); n = vfmt(buf, f, ap);
	__builtin_va_end(ap); return n; }
int main(void) { long h = 0; int i, n; n = fmt("a=%d %s %lx%% %c|%u", -42, "str", -1UL, 'z', 3000000000u);
	out(n); for (i = 0; i < n; i++) h = h * 31 + buf[i]; out(h);
	out(fmt("%ld %lu", -9223372036854775807L, 5UL)); out(buf[1]); out(fmt("")); return 0; }
