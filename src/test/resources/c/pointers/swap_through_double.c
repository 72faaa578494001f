void out(long v);

struct n { int v; struct n *next; };
static struct n *reverse(struct n *h) { struct n *r = 0; while (h) { struct n *t = h->next; h->next = r;
		r = h; h = t; } return r; }
static void remove_if(struct n **pp, int odd) { while (*pp) if (((*pp)->v & 1) == odd) *pp = (*pp)->next;
	else pp = &(*pp)->next; }
static void insert(struct n **pp, struct n *x) { while (*pp && (*pp)->v < x->v) pp = &(*pp)->next;
	x->next = *pp; *pp = x; }
int main(void)
{
	struct n t[7], *h = 0, *p; int i; for (i = 0; i < 7; i++) { t[i].v = i * 5 % 7; insert(&h, &t[i]); }
	for (p = h; p; p = p->next) out(p->v); h = reverse(h); for (p = h; p; p = p->next) out(p->v);
	remove_if(&h, 1); for (p = h; p; p = p->next) out(p->v);
	return 0;
}
