void out(long v);

static int f(int i) { static const int off[] = { &&a - &&a, &&b - &&a, &&c - &&a }; goto *(&&a + off[i]);
	a: return 10; b: i += 100; c: return i; }
static int g(int n) { void *next = &&one; int s = 0; loop: if (n-- == 0) return s; goto *next; one: s += 1;
	next = &&two; goto loop; two: s += 100; next = &&one; goto loop; }
int main(void) { int i; for (i = 0; i < 3; i++) out(f(i)); for (i = 0; i < 5; i++) out(g(i)); return 0; }
