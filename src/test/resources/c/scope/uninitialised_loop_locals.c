void out(long v);

int main(void) { int i, s = 0; for (i = 0; i < 5; i++) { int k; if (i == 0) k = 1; else k = i * 2; {
			int a[2]; a[0] = k; a[1] = s; s = a[0] + a[1]; } } out(s); for (i = 0; i < 3; i++) {
		struct { int a, b; } p = { i }; p.b += 5; s += p.a * p.b; } out(s); for (i = 0; i < 3; i++) {
		char c[4] = "ab"; c[i]++; s += c[0] + c[2]; } out(s); return 0; }
