void out(long v);

static int count(int n, ...) { __builtin_va_list ap; int s = 0, i; __builtin_va_start(ap, n);
	for (i = 0; i < n; i++) s += __builtin_va_arg(ap, int) << i; __builtin_va_end(ap); return s; }
#define NARGS_(a, b, c, d, e, n, ...) n
#define NARGS(...) NARGS_(0, ##__VA_ARGS__, 4, 3, 2, 1, 0)
#define COUNT(...) count(NARGS(__VA_ARGS__), ##__VA_ARGS__)
#define LOG(fmt, args...) (out(sizeof(fmt)), COUNT(args))
int main(void) { out(NARGS()); out(NARGS(1)); out(NARGS(1, 2, 3)); out(COUNT()); out(COUNT(5));
	out(COUNT(1, 1, 1, 1)); out(LOG("ab")); out(LOG("abc", 3, 4)); return 0; }
