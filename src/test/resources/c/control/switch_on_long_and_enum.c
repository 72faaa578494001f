void out(long v);

enum e { A = -1, B, C = 1 << 20 };
static int f(long x) { switch (x) { case 1L << 40: return 1; case -(1L << 40): return 2; case 5: return 3;
		default: return 4; } }
static int g(enum e x) { switch (x) { case A: return 10; case B: return 11; case C: return 12; } return 13; }
static int h(unsigned long long x) { switch (x) { case 0xffffffffffffffffULL: return 1;
		case 0x8000000000000000ULL: return 2; case 3: return 3; } return 0; }
int main(void) { out(f(1L << 40)); out(f(-(1L << 40))); out(f(5)); out(f((1L << 32) + 5)); out(g(-1));
	out(g(0)); out(g(1 << 20)); out(g(5)); out(h(-1)); out(h(1ULL << 63)); out(h(3)); out(h(4));
	return 0; }
