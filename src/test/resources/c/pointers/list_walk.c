void out(long v);

struct list { struct list *next, *prev; };
#define INIT(n) { &(n), &(n) }
static struct list head = INIT(head);
static void add(struct list *n, struct list *h) { h->next->prev = n; n->next = h->next; n->prev = h;
	h->next = n; }
static void del(struct list *e) { e->next->prev = e->prev; e->prev->next = e->next; e->next = (void *)0x100; }
struct it { int v; struct list l; };
#define entry(p) ((struct it *)((char *)(p) - __builtin_offsetof(struct it, l)))
int main(void)
{
	struct it t[5]; int i; struct list *p, *n; out(head.next == &head);
	for (i = 0; i < 5; i++) { t[i].v = i * i; add(&t[i].l, i & 1 ? &head : head.prev); }
	for (p = head.next; p != &head; p = p->next) out(entry(p)->v);
	for (p = head.next, n = p->next; p != &head; p = n, n = p->next) if (entry(p)->v & 1) del(p);
	for (p = head.prev; p != &head; p = p->prev) out(entry(p)->v); out(t[1].l.next == (void *)0x100);
	return 0;
}
