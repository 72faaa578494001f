void out(long v);

int main(void) { unsigned i, g, p = 0; long h = 0; for (i = 0; i < 64; i++) { g = i ^ i >> 1; unsigned b = g;
		b ^= b >> 4; b ^= b >> 2; b ^= b >> 1; p += b & 1; unsigned r = 0, k, x = i;
		for (k = 0; k < 6; k++, x >>= 1) r = r << 1 | (x & 1); h = h * 67 + r - g; } out(p); out(h);
	return 0; }
