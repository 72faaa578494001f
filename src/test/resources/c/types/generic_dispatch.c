void out(long v);

typedef struct { unsigned long v; } pte_t; typedef struct { unsigned long v; } pmd_t; struct leaf { int p; };
struct folio { struct leaf page; };
static long fpte(pte_t a) { return a.v + 1; } static long fpmd(pmd_t a) { return a.v + 2; }
#define val(x) _Generic((x), pte_t: fpte, pmd_t: fpmd)(x)
#define page_folio(p) (_Generic((p), const struct leaf *: (const struct folio *)(p), struct leaf *: (struct folio *)(p)))
#define unqual(x) typeof(_Generic((x), char: (char)0, signed char: (signed char)0, unsigned char: (unsigned char)0, const int: 0, default: (x)))
int main(void) { pte_t a = { 10 }; pmd_t b = { 20 }; struct leaf p = { 5 }; const struct leaf *cp = &p;
	volatile int vi = 3; const unsigned char cu = 200; unqual(vi) x = vi; unqual(cu) y = cu; out(val(a));
	out(val(b)); out(page_folio(&p)->page.p); out(page_folio(cp)->page.p); x++; y += 100; out(x); out(y);
	out(_Generic(1, int: 2, default: 1 / 0)); return 0; }
