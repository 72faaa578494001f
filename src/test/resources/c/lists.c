void out(long v);

struct list { struct list *next, *prev; };
#define INIT(n) { &(n), &(n) }
#define entry(p, t, m) ((t *)((char *)(p) - __builtin_offsetof(t, m)))
#define each(pos, head, m) for (pos = entry((head)->next, typeof(*pos), m); &pos->m != (head); pos = entry(pos->m.next, typeof(*pos), m))
struct item { int v; struct list l; };
static struct list head = INIT(head);
static void add(struct list *n, struct list *h) { n->next = h->next; n->prev = h; h->next->prev = n; h->next = n; }
static void del(struct list *n) { n->next->prev = n->prev; n->prev->next = n->next; n->next = n->prev = n; }
int main(void)
{
	struct item a[5], *p;
	for (int i = 0; i < 5; i++) { a[i].v = i; add(&a[i].l, &head); }
	each(p, &head, l) out(p->v);
	del(&a[2].l); del(&a[4].l);
	int s = 0; each(p, &head, l) s = s * 10 + p->v; out(s);
	out(head.prev == &a[0].l); out(a[2].l.next == &a[2].l);
	return 0;
}
