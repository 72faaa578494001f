void out(long v);

struct pair { int a, b; };
static struct pair swap(struct pair p) { return (struct pair){ p.b, p.a }; }
static struct pair add(struct pair p, struct pair q) { p.a += q.a; p.b += q.b; return p; }
int main(void)
{
	struct pair p = { 1, 2 };
	p = swap(p); out(p.a); out(swap(swap(p)).a); p = add(p, swap(p)); out(p.a); out(p.b);
	out(add(add(p, p), swap(p)).b); p = swap(add(p, (struct pair){ 1 })); out(p.a); out(p.b);
	return 0;
}
