void out(long v);

typedef unsigned long pteval_t; typedef struct { pteval_t pte; } pte_t; typedef struct { pteval_t pmd; } pmd_t;
#define PMD_SHIFT 21
#define PMD_SIZE (1UL << PMD_SHIFT)
#define PMD_MASK (~(PMD_SIZE - 1))
#define pmd_addr_end(a, e) ({ unsigned long __b = ((a) + PMD_SIZE) & PMD_MASK; (__b - 1 < (e) - 1) ? __b : (e); })
static pte_t ptes[512] __attribute__((aligned(4096)));
static inline pte_t *off(pmd_t *p, unsigned long a) { return (pte_t *)(p->pmd & ~0xfffUL) + ((a >> 12) & 511); }
static inline int none(pte_t p) { return !(p.pte & ~0x60UL); }
static inline pte_t get_clear(pte_t *p) { pte_t r = *p; p->pte = 0; return r; }
static inline pte_t mkdirty(pte_t p) { return (pte_t){ p.pte | 0x40 }; }
int main(void) { pmd_t pmd = { (unsigned long)ptes | 0x63 }; unsigned long a, n, e = 0x401000; int c = 0; for (a = 0x1ff000; a != e; a = n) { n = pmd_addr_end(a, e); out(n); c++; } out(c); pte_t *p = off(&pmd, 0x3000); *p = (pte_t){ .pte = 0x1235067 }; out(none(*p)); out(mkdirty(*p).pte); pte_t o = get_clear(p); out(o.pte); out(none(*p)); out(p - ptes); pte_t z = { 0 }; out(none(z)); out(none(((pte_t){ 0x40 }))); out((o.pte & 0xffffffffff000UL) >> 12); return 0; }
