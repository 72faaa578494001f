void out(long v);

static unsigned crc(const unsigned char *p, int n) { unsigned c = ~0u; while (n--) { int k; c ^= *p++;
		for (k = 0; k < 8; k++) c = (c >> 1) ^ (0xedb88320u & -(c & 1)); } return ~c; }
static unsigned jhash(unsigned a, unsigned b, unsigned c) { a -= c; a ^= c << 4 | c >> 28; c += b; b -= a;
	b ^= a << 6 | a >> 26; a += c; c -= b; c ^= b << 8 | b >> 24; return c + (a ^ b); }
static unsigned hash_64(unsigned long v, int bits) { return v * 0x61C8864680B583EBUL >> (64 - bits); }
static unsigned long xorshift(unsigned long *s) { unsigned long x = *s; x ^= x << 13; x ^= x >> 7;
	x ^= x << 17; return *s = x; }
int main(void) { unsigned long s = 88172645463325252UL; int i; out(crc((unsigned char *)"123456789", 9));
	for (i = 0; i < 6; i++) { out(xorshift(&s)); out(jhash(s, s >> 32, i)); out(hash_64(s, 8)); }
	return 0; }
