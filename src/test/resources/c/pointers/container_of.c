void out(long v);

#define offsetof(t, m) __builtin_offsetof(t, m)
#define container_of(ptr, type, member) ({ void *__mptr = (void *)(ptr); ((type *)(__mptr - offsetof(type, member))); })
struct list { struct list *next, *prev; }; struct item { int v; struct list l; long w; struct {
		struct list deep; } in[2]; };
int main(void)
{
	struct item a = { 7 }, *p; struct list *n = &a.l; a.w = 8; p = container_of(n, struct item, l);
	out(p->v + p->w); out(container_of(&a.in[1].deep, struct item, in[1].deep) == &a);
	out(container_of(&a.w, struct item, w)->v); const struct list *cn = &a.l;
	out(container_of(cn, struct item, l) == &a); out(offsetof(struct item, in[1].deep.prev));
	return 0;
}
