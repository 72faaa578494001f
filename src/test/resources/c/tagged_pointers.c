void out(long v);

enum { N = 16 };
struct node { unsigned long slot[N]; };
#define tag(p, t) ((void *)((unsigned long)(p) | (t) << 3 | 2))
#define node(e) ((struct node *)((unsigned long)(e) & ~255UL))
#define type(e) (((unsigned long)(e) >> 3) & 0x0f)
static struct node pool[4] __attribute__((aligned(256)));
static inline _Bool is_node(const void *e) { return ((unsigned long)e & 3) == 2; }
int main(void) { void *e = tag(&pool[1], 5UL); out(is_node(e)); out(type(e)); out(node(e) == &pool[1]); out(is_node(pool)); out(((unsigned long)&pool[0] & 255) == 0); node(e)->slot[3] = 9; out(pool[1].slot[3]); out(sizeof pool); return 0; }
