void out(long v);

struct hn { struct hn *next, **pprev; }; struct hh { struct hn *first; }; struct it { int k; struct hn n; };
static struct hh t[4];
static void add(struct hn *n, struct hh *h) { struct hn *f = h->first; n->next = f;
	if (f) f->pprev = &n->next; h->first = n; n->pprev = &h->first; } static void del(struct hn *n) {
	struct hn *x = n->next, **p = n->pprev; *p = x; if (x) x->pprev = p; n->pprev = 0; }
#define entry_safe(p) ({ typeof(p) ____p = (p); ____p ? (struct it *)((char *)____p - __builtin_offsetof(struct it, n)) : (struct it *)0; })
#define each(pos, h) for (pos = entry_safe((h)->first); pos; pos = entry_safe(pos->n.next))
int main(void) { static struct it a[10]; struct it *p; int i; for (i = 0; i < 10; i++) { a[i].k = i;
		add(&a[i].n, &t[i * 7 & 3]); } del(&a[4].n); del(&a[9].n); for (i = 0; i < 4; i++) {
		int s = 0; each(p, &t[i]) s = s * 10 + p->k; out(s); } out(a[4].n.pprev == 0); return 0; }
