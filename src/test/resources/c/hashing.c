void out(long v);

static unsigned long hash(const char *s) { unsigned long h = 0xcbf29ce484222325UL; while (*s) { h ^= (unsigned char)*s++; h *= 0x100000001b3UL; } return h; }
static unsigned crc(unsigned c, const unsigned char *p, int n) { c = ~c; while (n--) { c ^= *p++; for (int k = 0; k < 8; k++) c = c & 1 ? (c >> 1) ^ 0xedb88320u : c >> 1; } return ~c; }
static unsigned rot(unsigned x, int n) { return x << n | x >> (32 - n); }
static unsigned long isqrt(unsigned long n) { unsigned long x = n, r = 0, b = 1UL << 62; while (b > x) b >>= 2; while (b) { if (x >= r + b) { x -= r + b; r = (r >> 1) + b; } else r >>= 1; b >>= 2; } return r; }
static int gcd(int a, int b) { return b ? gcd(b, a % b) : a; }
int main(void) { out(hash("kernel")); out(crc(0, (const unsigned char *)"123456789", 9)); out(rot(0x80000001u, 5)); out(isqrt(1234567890123UL)); out(gcd(1071, 462)); unsigned x = 1; for (int i = 0; i < 1000; i++) x = x * 1664525u + 1013904223u; out(x); long y = 1; for (int i = 0; i < 100; i++) y = y * 6364136223846793005L + 1442695040888963407L; out(y); return 0; }
