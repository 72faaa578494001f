void out(long v);

struct list { struct list *next, *prev; }; static struct list h = { &h, &h }; struct tree {
	struct tree *kid[2]; int v; }; static struct tree leaf[2] = { { .v = 1 }, { .v = 2 } }, root = { {
		&leaf[0], &leaf[1] }, 3 };
int main(void) { struct list l = { &l, &l }; struct tree t = { { &t, &root }, 4 };
	int n = sizeof(n), *p = (int *)&p; out(h.next == &h && h.prev == h.next); out(l.prev == &l);
	out(root.kid[1]->v); out(t.kid[0]->kid[1]->kid[0]->v); out(n); out((void *)p == &p); return 0; }
