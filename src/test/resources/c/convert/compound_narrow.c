void out(long v);

int main(void)
{
	unsigned char c = 250; signed char s = 100; unsigned short h = 1; short g = -1; int i = 7;
	out(c += 10); out(s += 100); out(h -= 2); out(h <<= 4); out(g >>= 3); out(c *= 77); out(s *= s);
	out(c /= -3); out(c %= 7); out(i /= 2u); i = -7; out(i /= 2u); i = -7; out(i /= 2); i = -7;
	out(i %= 4); out(i >>= 1); c = 1; c -= 2L; out(c); out(c <<= 1); out(c ^= ~0);
	return 0;
}
