void out(long v);

struct big { long a[5]; };
struct one { long a; };
struct two { int a, b; };
static long f(struct big b) { b.a[0] += 100; return b.a[0] + b.a[4]; }
static long g(struct one o) { o.a *= 2; return o.a; }
static long h(struct two t) { int x = t.a; t.a = t.b; t.b = x; return t.a - t.b; }
int main(void)
{
	struct big b = { { 1, 2, 3, 4, 5 } }; struct one o = { 21 }; struct two t = { 9, 4 };
	out(f(b)); out(b.a[0]); out(g(o)); out(o.a); out(h(t)); out(t.a); out(f(b) + f(b));
	out(g((struct one){ 4 })); out(h((struct two){ .b = 1 }));
	return 0;
}
