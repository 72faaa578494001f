void out(long v);

static int n, log_; static int *take(int *p) { (*p)++; log_ = log_ * 10 + 1; return p; }
static void drop(int **p) { (**p)--; log_ = log_ * 10 + 2; }
#define scoped(l) for (int *__s __attribute__((cleanup(drop))) = take(&(l)), *__done = 0; !__done; __done = (void *)1)
#define no_free_ptr(p) ({ typeof(p) __v = (p); (p) = 0; __v; })
static void freep(int **p) { log_ = log_ * 10 + (*p ? 5 : 6); } static int *make(int *x, int keep) {
	int *p __attribute__((cleanup(freep))) = x; if (!keep) return 0; return no_free_ptr(p); }
int main(void) { int x; scoped(n) { log_ = log_ * 10 + 3; out(n); } out(n); out(log_); log_ = 0;
	out(make(&x, 0) == 0); out(make(&x, 1) == &x); out(log_); return 0; }
