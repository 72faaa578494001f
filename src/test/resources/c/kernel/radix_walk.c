void out(long v);

#define SHIFT 2
#define SLOTS (1 << SHIFT)
struct node { unsigned char shift, count; struct node *parent; void *slots[SLOTS]; };
static struct node pool[64]; static int used; static struct node *root;
static struct node *mk(int shift, struct node *p) { struct node *n = &pool[used++]; n->shift = shift;
	n->parent = p; return n; }
static void put(unsigned long i, void *v) { struct node *n; if (!root) root = mk(0, 0);
	while (i >> (root->shift + SHIFT)) { n = mk(root->shift + SHIFT, 0); n->slots[0] = root;
		n->count = 1; root->parent = n; root = n; } n = root; while (n->shift) {
		void **s = &n->slots[i >> n->shift & (SLOTS - 1)]; if (!*s) { *s = mk(n->shift - SHIFT, n);
			n->count++; } n = *s; } if (!n->slots[i & (SLOTS - 1)]) n->count++;
	n->slots[i & (SLOTS - 1)] = v; }
static void *get(unsigned long i) { struct node *n = root; if (i >> (root->shift + SHIFT)) return 0;
	for (;;) { void *e = n->slots[i >> n->shift & (SLOTS - 1)]; if (!n->shift || !e) return e; n = e; } }
int main(void) { static int v[20]; int i; for (i = 0; i < 20; i++) put(i * i * 3, &v[i]); out(used);
	out(root->shift); for (i = 0; i < 20; i++) out(get(i * i * 3) == &v[i]); out(get(1) == 0);
	out(get(100000) == 0); out(pool[0].count); return 0; }
