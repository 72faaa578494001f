void out(long v);

typedef struct { int counter; } atomic_t; typedef struct { long counter; } atomic64_t;
#define READ(v) (*(const volatile int *)&(v)->counter)
static int inc_return(atomic_t *v) { return ++v->counter; } static int cmpxchg(atomic_t *v, int o, int n) {
	int r = READ(v); if (r == o) v->counter = n; return r; }
static int add_unless(atomic_t *v, int a, int u) { int c = READ(v); do { if (c == u) break; }
	while (cmpxchg(v, c, c + a) != c); return c != u; } static int dec_and_test(atomic_t *v) {
	return --v->counter == 0; }
#define xchg(p, v) ({ typeof(*(p)) __o = *(p); *(p) = (v); __o; })
#define cmpxchg_ptr(p, o, n) ({ typeof(p) __p = (p); typeof(*__p) __old = (o), __new = (n), __cur = *__p; if (__cur == __old) *__p = __new; __cur; })
int main(void) { atomic_t a = { 3 }; atomic64_t b = { .counter = -1 }; int *p = 0, x; out(inc_return(&a));
	out(add_unless(&a, 1, 5)); out(add_unless(&a, 1, 5)); out(dec_and_test(&a)); a.counter = 1;
	out(dec_and_test(&a)); out(xchg(&b.counter, 77)); out(b.counter); out(cmpxchg_ptr(&p, 0, &x) == 0);
	out(p == &x); out(cmpxchg_ptr(&p, 0, 0) == &x); out(cmpxchg(&a, 0, 9)); out(a.counter); return 0; }
