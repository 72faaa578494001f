void out(long v);

static int f(int x)
{
	switch (x) {
	case 0: return 10;
	case 1:
	case 2: x += 100;
	case 3: x++; break;
	case 10 ... 20: return x * 2;
	case -5 ... -3: return -x;
	default: return -1;
	case 'a': return 7;
	}
	return x;
}
static int g(unsigned char c)
{
	int r = 0;
	switch (c) {
	case 200 ... 255: r = 1; break;
	case 0: r = 2;
	}
	return r;
}
static int duff(int n)
{
	int c = 0;
	switch (n % 4) {
	case 0: do { c++;
	case 3: c += 10;
	case 2: c += 100;
	case 1: c += 1000;
		} while ((n -= 4) > 0);
	}
	return c;
}
static long h(unsigned long v)
{
	switch (v) {
	case 0x8000000000000000UL ... 0xffffffffffffffffUL: return 1;
	case 5: { int y = 3; return y; }
	}
	return 0;
}
enum e { A, B = 5, C };
static int k(enum e e) { switch (e) { case A: return 1; case B: return 2; case C: return 3; } return 4; }
int main(void)
{
	for (int i = -6; i < 23; i++)
		out(f(i));
	out(f('a'));
	out(g(199)); out(g(200)); out(g(255)); out(g(0));
	out(duff(7)); out(duff(8)); out(duff(1));
	out(h(-1)); out(h(5)); out(h(6));
	out(k(B)); out(k(C)); out(k(A)); out(k(9));
	switch (3) { case 3: out(33); break; default: out(44); }
	switch (f(0)) { int unused; default: unused = 3; out(unused); }
	return 0;
}
