void out(long v);

static int f(int x) { int r = 0; switch (x) { case 1: r += 1; case 2: r += 10; break; case 5: r += 5;
		__attribute__((fallthrough)); case 6: r += 100; default: r += 1000; case 9: r += 10000; }
	return r; }
int main(void) { int i; for (i = -1; i < 11; i++) out(f(i)); return 0; }
