void out(long v);

static int f(int x) { if (x > 3) goto big; x *= 2; back: if (x > 100) goto out; x += 30; goto back;
	big: x = -x; if (x < -5) goto back; out: return x; }
static int g(int n) { int i = 0, s = 0; again: if (i < n) { int k = i * i; s += k; i++; goto again; }
	return s; }
static int h(int c) { goto in; while (c < 50) { c += 10; in: c += 1; } return c; }
static int e(int n) { int r = -1; if (n & 1) goto err1; if (n & 2) goto err2; if (n & 4) goto err3; return 0;
	err3: r -= 100; err2: r -= 10; err1: return r; }
int main(void) { int i; for (i = 0; i < 9; i++) { out(f(i)); out(g(i)); out(h(i * 9)); out(e(i)); } return 0;
}
