void out(long v);

static void mul(long a[2][2], long b[2][2], long r[2][2]) { long t[2][2]; int i, j, k;
	for (i = 0; i < 2; i++) for (j = 0; j < 2; j++) for (t[i][j] = k = 0; k < 2;
	k++) t[i][j] += a[i][k] * b[k][j]; for (i = 0; i < 2; i++) for (j = 0; j < 2; j++) r[i][j] = t[i][j];
} static unsigned long gcd(unsigned long a, unsigned long b) { while (b) { unsigned long t = a % b; a = b;
		b = t; } return a; } static unsigned isqrt(unsigned long x) { unsigned long b, m, y = 0;
	if (x <= 1) return x; m = 1UL << (63 - __builtin_clzl(x) & ~1); while (m) { b = y + m; y >>= 1;
		if (x >= b) { x -= b; y += m; } m >>= 2; } return y; }
int main(void) { long f[2][2] = { { 1, 1 }, { 1 } }, r[2][2] = { { 1 }, { 0, 1 } }; int n = 60; while (n) {
		if (n & 1) mul(r, f, r); mul(f, f, f); n >>= 1; } out(r[0][1]); out(gcd(1071, 462));
	out(gcd(1UL << 40, 6UL << 20)); out(isqrt(1000000)); out(isqrt(0xffffffffUL)); return 0; }
