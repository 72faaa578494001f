void out(long v);

#define READ_ONCE(x) (*(const volatile typeof(x) *)&(x))
#define WRITE_ONCE(x, v) do { *(volatile typeof(x) *)&(x) = (v); } while (0)
#define data_race(e) ({ typeof(({ e; })) __v = ({ e; }); __v; })
#define unqual(x) typeof(_Generic((x), char: (char)0, int: 0, long: 0L, default: (x)))
#define READ_ONCE2(x) ({ *(const volatile unqual(x) *)&(x); })
struct s { int a; char c; struct s *n; unsigned long f; }; static struct s g;
int main(void) { struct s l = { 1, -2, &g, 3 }, *p = &l; WRITE_ONCE(g.a, 300); WRITE_ONCE(g.c, 300);
	out(READ_ONCE(g.a)); out(READ_ONCE(g.c)); out(READ_ONCE(p->n)->a);
	out(READ_ONCE(READ_ONCE(p->n)->c)); WRITE_ONCE(p->n, &l); out(READ_ONCE2(p->n->n->a));
	WRITE_ONCE(p->f, READ_ONCE(p->f) | 4); out(data_race(p->f)); int v[3] = { 1, 2, 3 }, i = 0;
	out(READ_ONCE(v[i++])); out(i); WRITE_ONCE(v[i++], 9); out(v[1]); out(READ_ONCE(*(p ? v + 2 : v)));
	return 0; }
