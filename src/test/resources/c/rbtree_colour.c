void out(long v);

struct rb { unsigned long pc; struct rb *r, *l; } __attribute__((aligned(sizeof(long))));
#define parent(n) ((struct rb *)((n)->pc & ~3))
static void set(struct rb *n, struct rb *p, int c) { n->pc = (unsigned long)p | c; }
int main(void) { struct rb a, b; set(&a, 0, 1); set(&b, &a, 0); out(parent(&b) == &a); out(b.pc & 1); out(a.pc & 1); out(parent(&a) == 0); b.pc |= 1; out(parent(&b) == &a); out(sizeof(struct rb)); out(_Alignof(struct rb)); out(((unsigned long)&a & 7) == 0); return 0; }
