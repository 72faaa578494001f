void out(long v);

struct big { long a[4]; }; struct two { int a; char b; }; struct nest { struct two t; struct big b; };
static struct big mk(long v) { return (struct big){ { v, v + 1, v + 2, v + 3 } }; }
static long sum(struct big b) { long s = 0; for (int i = 0; i < 4; i++) { s += b.a[i]; b.a[i] = 0; } return s; }
static struct two sw(struct two t) { struct two r = { t.b, t.a }; return r; }
static struct nest wrap(struct big b, int x, struct two t) { struct nest n = { t, b }; n.b.a[0] = x; return n; }
static struct big *addr(struct big *b) { return b; }
int main(void)
{
	struct big b = mk(10), c[2] = { mk(1), mk(2) }; struct two t = { 1, 2 };
	out(sum(b)); out(b.a[3]); out(sum(c[1])); out(sum(mk(100))); out(mk(7).a[2]); t = sw(t); out(t.a); out(sw(sw(t)).b);
	struct nest n = wrap(b, 99, t); out(n.b.a[0]); out(n.b.a[1]); out(n.t.a); out(sum(n.b)); out(wrap(c[0], 1, sw(t)).t.b);
	c[0] = c[1]; out(c[0].a[0]); *addr(&b) = c[0]; out(b.a[0]); struct big d = (t.a ? b : c[1]); out(d.a[1]); out((t.a > 5 ? b : mk(50)).a[0]); b = d = mk(3); out(b.a[0] + d.a[0]);
	return 0;
}
