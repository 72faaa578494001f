void out(long v);

static int g = 1;
static int set(int v) { int o = g; g = v; return o; }
struct s { int a, b; } s = { 1, 2 };
static struct s *ps(void) { g += 100; return &s; }
static int three(int a, int b, int c) { return a * 100 + b * 10 + c; }
int main(void)
{
	int x, y;
	x = g; y = set(5) + x; out(y); out(g);
	x = set(7), y = g; out(x); out(y);
	ps()->a = g; out(s.a > 0);
	out(s.a && (s.a = 0, 1) && !s.a);
	int i = 0; int a[3] = { 0 };
	a[0] = i++, a[1] = i++, a[2] = i++;
	out(three(a[0], a[1], a[2]));
	int z = g; g = 3; out(z); out(g);
	out((x = 4) + 0 * (y = 6)); out(x + y);
	int t = x; x = y; y = t; out(x); out(y);
	return 0;
}
