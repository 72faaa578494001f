void out(long v);

typedef __builtin_va_list va_list;
static int vmax(int n, va_list ap) { int m = -1000; while (n--) { int v = __builtin_va_arg(ap, int);
		if (v > m) m = v; } return m; }
static int max(int n, ...) { va_list ap, aq; int a, b; __builtin_va_start(ap, n); __builtin_va_copy(aq, ap);
	a = vmax(n, ap); b = vmax(n - 1, aq); __builtin_va_end(aq); __builtin_va_end(ap); return a * 100 + b;
}
struct fmt { const char *f; va_list *va; };
static long inner(struct fmt *v) { long s = 0; const char *p; va_list aq; __builtin_va_copy(aq, *v->va);
	for (p = v->f; *p; p++) s = s * 2 + __builtin_va_arg(aq, int); __builtin_va_end(aq); return s; }
static long outer(const char *f, ...) { struct fmt v; va_list args; long r; __builtin_va_start(args, f);
	v.f = f; v.va = &args; r = inner(&v); r = r * 1000 + inner(&v); __builtin_va_end(args); return r; }
int main(void) { out(max(4, 3, 9, -2, 11)); out(max(2, -5, -6)); out(outer("abc", 1, 2, 3)); return 0; }
