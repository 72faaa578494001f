void out(long v);

static int a[5] = { 1, 2, 3, 4, 5 }; static int *p = a + 2, *q = &a[4], **pp = &p;
static char *s = "hello" + 1; static long diff = 7 - 3; static struct { int *p; int n; } t[] = { { a, 1 }, {
		&a[3], 2 }, { .n = 3 } }; static void *self = &self;
static unsigned long size = sizeof(a) / sizeof(*a); static const char *names[] = { "x", 0, "yz" };
static int (*fp)(void); static int one(void) { return 1; } static int (*table[])(void) = { one, &one, 0 };
static struct n { struct n *next; int v; } n2 = { 0, 2 }, n1 = { &n2, 1 };
static int *cond = sizeof(int) == 4 ? &a[1] : &a[0]; static char *byte = (char *)a + 4;
static int off = (long)&((struct n *)0)->v;
int main(void) { out(*p + *q + **pp); out(*s); out(diff); out(*t[1].p); out(t[2].p == 0); out(self == &self);
	out(size); out(names[2][1]); out(fp == 0); out(table[1]() + table[0]()); out(n1.next->v); out(*cond);
	out(*byte); out(off); return 0; }
