void out(long v);

struct s { long a, b, c; };
int main(void)
{
	struct s x = { 1, 2, 3 }, *p = &x; x = x; *p = x; x = *p; out(x.a + x.b * 10 + x.c * 100); struct s y[2] = {
		x, { 4, 5, 6 } }; y[0] = y[1]; y[1] = y[0]; out(y[1].b); x = (struct s){ x.c, x.a, x.b };
	out(x.a); out(x.b); out(x.c);
	return 0;
}
