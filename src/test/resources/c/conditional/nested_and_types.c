void out(long v);

static int f(int x) { return x < 0 ? -1 : x == 0 ? 0 : x < 10 ? 1 : 2; }
int main(void) { int i; unsigned char c = 200; long l = -1; for (i = -1; i < 12; i += 4) { out(f(i));
		out(i ? i > 3 ? 1 : 2 : 3); out((i & 1 ? c : l) + (i & 2 ? 1u : -1)); out(i ?: 99);
		out(-(i > 0 ? 1 : 0) & 7); } out(1 ? 2, 3 : 4); out((0 ? 1 : c) == 200);
	out(sizeof(i ? c : c)); int a = 1, b = 2; *(i > 5 ? &a : &b) = 50; out(a + b);
	(i ? (void)(a = 7) : (void)(b = 8)); out(a - b); return 0; }
