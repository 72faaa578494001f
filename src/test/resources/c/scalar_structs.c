void out(long v);

typedef struct { unsigned long pte; } pte_t;
typedef struct { pte_t v; } wrap_t;
typedef struct { int counter; } atomic_t;
typedef union { void *p; unsigned long u; } any_t;
static pte_t mk(unsigned long v) { return (pte_t){ v }; }
static unsigned long val(pte_t p) { return p.pte; }
static wrap_t wrap(pte_t p) { wrap_t w = { p }; return w; }
static void inc(atomic_t *a) { a->counter++; }
static pte_t set(pte_t p, unsigned long f) { p.pte |= f; return p; }
static unsigned long un(any_t a) { return a.u; }
pte_t table[3] = { { 1 }, { 2 } };
static pte_t pick(int c, pte_t a, pte_t b) { return c ? a : b; }
int main(void)
{
	pte_t p = mk(5), q;
	atomic_t a = { 1 };
	any_t x = { .u = 77 };
	inc(&a);
	inc(&a);
	out(a.counter);
	q = set(p, 8);
	out(val(q)); out(val(p));
	out(wrap(q).v.pte);
	table[2] = q;
	out(table[2].pte + table[1].pte);
	out(val(table[0]));
	out(pick(0, p, q).pte);
	out((p.pte ? p : q).pte);
	out(un(x));
	out(({ pte_t t = p; t.pte += 2; t; }).pte);
	p = table[1];
	out(p.pte);
	*&p = mk(9);
	out(p.pte);
	out(sizeof(wrap_t));
	return 0;
}
