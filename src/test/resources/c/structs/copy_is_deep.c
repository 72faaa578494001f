void out(long v);

struct s { int a[4]; char c; struct { long l; } in; };
static struct s make(int n) { struct s r = { { n, n + 1, n + 2, n + 3 }, n, { -n } }; return r; }
int main(void)
{
	struct s x = make(1), y = x, z; y.a[2] = 50; z = y; z.in.l = 7; x = *&z; out(x.a[2]); out(y.in.l);
	out(x.in.l); out(make(9).a[3]); out(make(5).in.l); z = make(3); out(z.c); (z = y).c; out(z.a[2]);
	out((z = make(8)).a[0]);
	return 0;
}
