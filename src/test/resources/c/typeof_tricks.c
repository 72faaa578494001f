void out(long v);

#define typecheck(t, x) ({ t d; typeof(x) d2; (void)(&d == &d2); 1; })
#define __scalar(x) typeof(_Generic((x), unsigned char: (unsigned char)0, int: (int)0, default: (x)))
#define cmp_once(x, y) ({ __typeof__(x) ux = (x); __typeof__(y) uy = (y); (void)(&ux == &uy); ux < uy ? ux : uy; })
struct s { int a[3]; const char *n; };
int main(void)
{
	struct s s = { { 1, 2, 3 }, "n" }; const int c = 5;
	out(typecheck(int, s.a[0])); typeof(s.a) b = { 4 }; out(sizeof b); typeof(s.a[0]) e = 7; out(e); typeof(&s) p = &s; out(p->a[1]);
	out(cmp_once(3, 2)); typeof(*p->n) ch = 'x'; out(ch); typeof(int[4]) q; out(sizeof q); typeof(1 ? 1L : 2) lg; out(sizeof lg); __scalar(c) v = 3; v++; out(v);
	typeof(({ int z = 3; z; })) w = 9; out(w); typeof(struct s) t2; out(sizeof t2); typeof(int (*)(void)) fp = 0; out(fp == 0); out(sizeof(typeof(c)));
	return 0;
}
