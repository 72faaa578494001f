void out(long v);

static unsigned long mulhi(unsigned long a, unsigned long b) {
	unsigned long al = (unsigned)a, ah = a >> 32, bl = (unsigned)b, bh = b >> 32, t = al * bl,
	m1 = ah * bl + (t >> 32), m2 = al * bh + (unsigned)m1; return ah * bh + (m1 >> 32) + (m2 >> 32); }
static unsigned long mul_u32_u32(unsigned a, unsigned b) { return (unsigned long)a * b; }
int main(void) { out(mulhi(-1UL, -1UL)); out(mulhi(0x123456789abcdefUL, 0xfedcba9876543210UL));
	out(mul_u32_u32(-1, -1)); out((unsigned)-1 * (unsigned)-1); out((long)-5 * 7u); out(-5 * 7u);
	out((short)-5 * (unsigned short)7); return 0; }
