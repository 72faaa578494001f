void out(long v);

static int g = 1; static int set(int v) { g = v; return v; } static int add(int a, int b) {
	return a + b * 10; } static int *at(int *p, int k) { g++; return p + k; }
int main(void) { int x = g; int v[4] = { 1, 2, 3, 4 }; x = set(5) + 0 * x; out(x + g); int y = g; set(7);
	out(y); out(add(g, 2)); *at(v, 2) += 10; out(v[2]); out(g); v[g & 3] = set(1); out(g); int z = g;
	z += set(4); out(z); out(*at(at(v, 1), 1)); (*at(v, 0))++; out(v[0]); out(g); return 0; }
