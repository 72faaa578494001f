void out(long v);

static int idx;
static int i(void) { return idx++; }
int main(void)
{
	int a[4] = { 1, 2, 3, 4 };
	signed char c = 100;
	unsigned char u = 250;
	short s = 10;
	long l = 5;
	int *p = a;
	a[i()] += 10; out(idx); out(a[0]);
	a[i()]++; out(a[1]); out(idx);
	c += 100; out(c);
	u += 10; out(u);
	u -= 20; out(u);
	s *= 5000; out(s);
	l <<= 33; out(l);
	l |= 1; l ^= 3; l &= ~8L; out(l);
	*p++ = 50; out(a[0]); out(*p);
	*++p -= 1; out(a[2]);
	out(*p++ * 2); out(p - a);
	out(a[3] = a[0] = 6); out(a[3]);
	u = 255; out(u++); out(u); out(--u);
	out(c++ + ++c >= 0 ? 1 : 2);
	int x = 5; x = x++ * 0 + x * 0 + 9; out(x);
	l = 7; l /= 2u; out(l);
	int neg = -8; neg /= 3u; out(neg);
	neg = -8; neg >>= 1; out(neg);
	u = 7; u /= -1; out(u);
	unsigned w = 3; w += -4L; out(w);
	return 0;
}
