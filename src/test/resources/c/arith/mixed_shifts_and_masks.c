void out(long v);

static unsigned long mix(unsigned long a, unsigned long b, int s) { a ^= b >> (s & 63);
	a += b << (64 - (s & 63) & 63); b = a & ~(~0UL << (s & 63)); return a - b ^ (a | b) >> 3; }
int main(void) { unsigned long x = 0x0123456789abcdefUL, y = ~x; int i; for (i = 0; i < 70; i += 6) {
		x = mix(x, y, i); y = mix(y, x, i + 1); out(x); out(y & 0xff); out((int)y);
		out((short)(x >> i % 60)); } return 0; }
