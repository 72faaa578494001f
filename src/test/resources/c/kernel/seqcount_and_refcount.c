void out(long v);

struct seq { unsigned s; }; typedef struct { int refs; } refcount_t;
static unsigned begin(const struct seq *s) { unsigned r;
	while ((r = *(const volatile unsigned *)&s->s) & 1) ; return r; }
static int retry(const struct seq *s, unsigned v) { return __builtin_expect(s->s != v, 0); }
static _Bool inc_nz(refcount_t *r) { int o = r->refs; do { if (!o) break; } while (0);
	if (o) r->refs = o + 1; if (o < 0 || o + 1 < 0) r->refs = -1073741824; return o; }
int main(void) { struct seq s = { 4 }; refcount_t r = { 1 }; unsigned v; int n = 0; do { v = begin(&s);
		if (n++ == 0) s.s += 2; } while (retry(&s, v)); out(n); out(inc_nz(&r)); out(r.refs);
	r.refs = 0; out(inc_nz(&r)); r.refs = 2147483647; out(inc_nz(&r)); out(r.refs); return 0; }
