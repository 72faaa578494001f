void out(long v);

struct s { int a; long b; char c[5]; };
struct pair { struct s x, y; };
static struct s make(int a) { struct s r = { a, a * 2L, "ab" }; return r; }
static int sum(struct s s) { s.a += 1; return s.a + s.b + s.c[0]; }
static struct s chain(struct s s) { s.b++; return s; }
int main(void)
{
	struct s a = make(3), b;
	struct pair p = { a, make(7) };
	b = a;
	b.a = 10;
	out(a.a); out(b.a); out(b.b); out(b.c[1]);
	out(sum(a)); out(a.a);
	out(sum(make(20)));
	out(chain(chain(a)).b);
	out(p.y.b);
	p.x = p.y;
	out(p.x.a);
	out((a = b).a);
	a = a;
	out(a.c[0]);
	return 0;
}
