void out(long v);

typedef int i32, *ip, arr4[4];
typedef struct node { struct node *next; int v; } node;
typedef unsigned long ulong;
typedef int fn(int);
static fn twice;
static int twice(int x) { return 2 * x; }
typedef const char *cstr;
int main(void)
{
	i32 a = 3; ip p = &a; arr4 x = { 1, 2, 3, 4 };
	node n2 = { 0, 5 }, n1 = { &n2, 4 };
	{ int i32 = 9; out(i32); }
	out(*p); out(sizeof(arr4)); out(x[3]); out(n1.next->v); out(twice(4));
	for (node *n = &n1; n; n = n->next) out(n->v);
	cstr s = "q"; out(*s);
	typeof(x) y; out(sizeof y); typeof(&a) z = &a; out(*z);
	typeof(twice) *tp = twice; out(tp(6));
	out((ulong)-1 > 0); out((i32)3000000000u < 0);
	return 0;
}
