void out(long v);

enum { PG_locked, PG_dirty, PG_head = 6 }; struct page { unsigned long flags; union { struct {
			unsigned long compound_head; }; struct { void *mapping; unsigned long index; }; };
	int _refcount; };
#define TESTPAGEFLAG(u, l) static inline int Page##u(const struct page *p) { return p->flags >> PG_##l & 1; }
#define SETPAGEFLAG(u, l) static inline void SetPage##u(struct page *p) { p->flags |= 1UL << PG_##l; }
TESTPAGEFLAG(Locked, locked) SETPAGEFLAG(Locked, locked) TESTPAGEFLAG(Dirty, dirty) SETPAGEFLAG(Dirty,
dirty) TESTPAGEFLAG(Head, head) SETPAGEFLAG(Head, head)
static inline struct page *head(const struct page *p) { unsigned long h = p->compound_head;
	if (h & 1) return (struct page *)(h - 1); return (struct page *)p; }
int main(void) { static struct page m[4]; SetPageHead(&m[0]); m[1].compound_head = (unsigned long)&m[0] | 1;
	m[2].compound_head = (unsigned long)m + 1; SetPageDirty(head(&m[2])); out(PageDirty(m));
	out(PageLocked(m)); out(PageHead(head(&m[1]))); out(head(&m[3]) - m);
	out(m[2].mapping == (char *)m + 1); out(m[0].flags); SetPageLocked(m + 3); out(m[3].flags); return 0;
}
