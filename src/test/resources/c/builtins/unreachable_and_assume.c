void out(long v);

static int f(int x) { switch (x & 3) { case 0: return 5; case 1: return 6; case 2: return 7;
		case 3: return 8; default: __builtin_unreachable(); } }
static int g(int x) { if (x == 100) __builtin_unreachable(); return x + 1; }
static int h(int *p) { int *q = __builtin_assume_aligned(p, 4); return *q; }
int main(void) { int i; for (i = 0; i < 5; i++) { out(f(i)); out(g(i)); out(h(&i)); } __builtin_prefetch(&i);
	__builtin_prefetch(&i, 1, 3); return 0; }
