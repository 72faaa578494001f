void out(long v);

struct mn { struct mn *parent; unsigned long pivot[3]; void *slot[4]; }; typedef struct { void *p; } enode;
#define TYPE(e) (((unsigned long)(e) >> 3) & 15)
#define NODE(e) ((struct mn *)((unsigned long)(e) & ~255UL))
static void *mk(struct mn *n, int type) { return (void *)((unsigned long)n | type << 3 | 4); }
static unsigned off(struct mn *n, unsigned long i) { unsigned o;
	for (o = 0; o < 3; o++) if (!n->pivot[o] || i <= n->pivot[o]) break; return o; }
static char room[1024] __attribute__((aligned(256)));
int main(void) { struct mn *n = (void *)room, *m = (void *)(room + 256); void *e = mk(n, 3), *f = mk(m, 1);
	n->pivot[0] = 10; n->pivot[1] = 20; n->slot[0] = f; n->slot[1] = (void *)(5 << 1 | 1UL);
	m->pivot[0] = 4; m->slot[0] = "leaf"; out(TYPE(e)); out(TYPE(f)); out(NODE(e) == n); out(off(n, 5));
	out(off(n, 15)); out(off(n, 25)); out((unsigned long)n->slot[1] & 1);
	out((unsigned long)n->slot[1] >> 1); out(((char *)NODE(n->slot[off(n,
	3)])->slot[off(NODE(n->slot[0]), 3)])[1]); out(NODE(n->slot[0]) == m); return 0; }
