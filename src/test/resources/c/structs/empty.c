void out(long v);

struct e { };
struct h { struct e e; int x; struct e f; };
static struct e f(struct e a) { return a; }
static int g(int a, struct e e, int b) { return a - b; }
int main(void)
{
	struct e a, b[3]; struct h x = { .x = 3 }; a = f(a); x.e = a; b[1] = x.f; out(sizeof(struct e));
	out(sizeof(b)); out(sizeof(x)); out(x.x); out(g(7, a, 2)); out(__builtin_offsetof(struct h, f));
	(void)b;
	return 0;
}
