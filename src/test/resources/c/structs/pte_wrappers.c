void out(long v);

typedef struct { unsigned long pte; } pte_t; typedef struct { pte_t p; } pmd_t; typedef struct {
	unsigned long v; } pgprot_t;
#define pte_val(x) ((x).pte)
#define __pte(x) ((pte_t) { (x) })
static pte_t mk(unsigned long pfn, pgprot_t pr) { return __pte(pfn << 12 | pr.v); }
static pte_t dirty(pte_t p) { p.pte |= 0x40; return p; }
static int same(pte_t a, pte_t b) { return pte_val(a) == pte_val(b); }
static pmd_t wrap(pte_t p) { pmd_t m; m.p = p; return m; }
int main(void)
{
	pgprot_t pr = { 0x63 }; pte_t t[3] = { mk(5, pr), __pte(0) }; pte_t *p = t + 1; pmd_t m;
	*p = dirty(t[0]); out(pte_val(*p)); out(same(*p, t[0])); t[2] = *p; out(same(t[2], *p)); m = wrap(t[2]);
	out(m.p.pte); m.p.pte++; out(wrap(dirty(m.p)).p.pte); out(pte_val(__pte(3))); out(sizeof(pmd_t));
	pte_t o = t[2]; pte_val(o) = 1; out(t[2].pte != o.pte);
	return 0;
}
