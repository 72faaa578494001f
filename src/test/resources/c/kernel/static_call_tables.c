void out(long v);

struct vm_ops { void (*open)(int *); int (*fault)(int *, unsigned long); }; struct vma {
	const struct vm_ops *ops; int state; };
static void open_(int *s) { *s += 1; } static int fault_(int *s, unsigned long a) { *s += a >> 12;
	return *s & 1 ? 5 : 0; }
static const struct vm_ops a = { .open = open_, .fault = fault_ }, b = { .fault = fault_ }, none;
static int go(struct vma *v, unsigned long addr) { if (v->ops && v->ops->open) v->ops->open(&v->state);
	return v->ops && v->ops->fault ? v->ops->fault(&v->state, addr) : -14; }
int main(void) { struct vma v[] = { { &a }, { &b, 2 }, { &none }, { 0 } }; unsigned i;
	for (i = 0; i < 4; i++) { out(go(&v[i], 0x3000)); out(v[i].state); } return 0; }
