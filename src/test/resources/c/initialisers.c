void out(long v);

struct in { int x, y; };
struct s { int a; struct in i; int arr[3]; const char *n; struct in *p; union { int u; char c; }; };
static struct in target = { 7, 8 };
static struct s g = { .arr = { [1] = 5 }, .n = "hey", .p = &target, .i.y = 4, .u = 3 };
static struct s elide[] = { 1, 2, 3, 4, 5, 6, "x", &target, 9, { 10 } };
static int range[] = { [2 ... 5] = 7, [0] = 1, 2 };
static struct in *ptrs[] = { &target, &(struct in){ 11, 12 } };
static int *into = &g.arr[2];
static char buf[8] = "abc";
static char exact[3] = "abc";
static long addr = (long)&target.y;
int main(void)
{
	struct s l = { .i = { .y = 2, .x = 1 }, .a = 9, .arr = { 1, 2 }, .c = 'q' };
	struct in a[3] = { { 1 }, [2] = { .y = 5 } };
	struct in order = { .y = 1, .x = 2, 3 };
	int scalar = { 42 };
	char s[] = "xyz", t[5] = { 'a', 'b' }, u[] = { "brace" };
	struct s zero = { 0 }, empty = {};
	out(g.a); out(g.i.x); out(g.i.y); out(g.arr[0]); out(g.arr[1]); out(g.n[1]); out(g.p->y); out(g.u);
	out(sizeof(elide) / sizeof(elide[0])); out(elide[0].arr[2]); out(elide[0].n[0]); out(elide[0].u); out(elide[1].a);
	for (unsigned i = 0; i < sizeof(range) / sizeof(range[0]); i++)
		out(range[i]);
	out(ptrs[1]->y);
	*into = 3; out(g.arr[2]);
	out(buf[2]); out(buf[3]); out(sizeof buf); out(exact[2]);
	out(addr == (long)&target.y);
	out(l.i.x); out(l.arr[1]); out(l.arr[2]); out(l.c); out(l.a); out(l.n == 0);
	out(a[1].x); out(a[2].y); out(a[0].y);
	out(order.x); out(order.y);
	out(scalar); out(sizeof s); out(t[1]); out(t[4]); out(sizeof u);
	out(zero.u + zero.arr[2] + empty.a + empty.arr[1]);
	return 0;
}
