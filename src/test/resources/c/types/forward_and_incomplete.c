void out(long v);

struct b; struct a { struct b *p; int n; }; struct b { struct a a; int m; }; extern int later[];
static int get(struct b *); enum k { K1 = 3 }; static struct a sa; int later_len(void);
static struct a sa = { 0, 6 }; static int arr[]; static int arr[] = { 1, 2, 3 };
static int get(struct b *b) { return b->m + (b->a.p ? b->a.p->m : 0); }
int main(void) { struct b x = { { 0, 1 }, 5 }, y = { { &x }, 7 }; out(get(&y)); out(sa.n); out(sizeof(arr));
	struct c; struct c *pc = 0; out(pc == 0); { struct c { long l[3]; }; out(sizeof(struct c));
		struct a { char z; }; out(sizeof(struct a)); } out(sizeof(struct a)); enum k k = K1; out(k);
	return 0; }
