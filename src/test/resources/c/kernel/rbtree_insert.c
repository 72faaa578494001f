void out(long v);

struct rb { unsigned long pc; struct rb *right, *left; }; struct root { struct rb *node; }; struct n {
	int key; struct rb rb; };
#define red(r) (!((r)->pc & 1))
#define parent(r) ((struct rb *)((r)->pc & ~3UL))
static void setp(struct rb *r, struct rb *p, int c) { r->pc = (unsigned long)p | c; }
static void rot(struct rb *x, struct root *t, int left) {
	struct rb *y = left ? x->right : x->left, *p = parent(x), *m = left ? y->left : y->right;
	if (left) x->right = m; else x->left = m; if (m) setp(m, x, m->pc & 1); setp(y, p, y->pc & 1);
	if (!p) t->node = y; else if (p->left == x) p->left = y; else p->right = y; if (left) y->left = x;
	else y->right = x; setp(x, y, x->pc & 1); }
static void insert(struct root *t, struct n *n) { struct rb **l = &t->node, *p = 0, *x = &n->rb; while (*l) {
		p = *l; l = n->key < ((struct n *)((char *)p - __builtin_offsetof(struct n,
		rb)))->key ? &p->left : &p->right; } setp(x, p, 0); x->left = x->right = 0; *l = x;
	while ((p = parent(x)) && red(p)) { struct rb *g = parent(p), *u = g->left == p ? g->right : g->left;
		int left = g->left == p; if (u && red(u)) { u->pc |= 1; p->pc |= 1; g->pc &= ~1UL; x = g;
			continue; } if ((left ? p->right : p->left) == x) { rot(p, t, left); p = x;
			x = left ? p->left : p->right; } p->pc |= 1; g->pc &= ~1UL; rot(g, t, !left); }
	t->node->pc |= 1; }
static int walk(struct rb *r, int d, long *h) { if (!r) return 1; int a = walk(r->left, d + 1, h);
	*h = *h * 31 + ((struct n *)((char *)r - __builtin_offsetof(struct n, rb)))->key + d + red(r);
	int b = walk(r->right, d + 1, h); if (a != b) *h = -1; return a + !red(r); }
int main(void) { static struct n n[60]; struct root t = { 0 }; int i; long h = 0; for (i = 0; i < 60; i++) {
		n[i].key = i * 37 % 61; insert(&t, &n[i]); if (i % 10 == 9) { h = 0;
			out(walk(t.node, 0, &h)); out(h); } } return 0; }
