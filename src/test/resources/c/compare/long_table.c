void out(long v);

static const long vl[] = { 0, 1, -1, 0x7fffffffffffffffL, -0x7fffffffffffffffL - 1, 0x80000000L,
	0xffffffffL };
int main(void)
{
	unsigned i, j;
	for (i = 0; i < sizeof(vl) / sizeof(vl[0]); i++) {
		unsigned long m = 0;
		for (j = 0; j < 7; j++) {
			unsigned long a = vl[i], b = vl[j];
			m = m << 1 | (vl[i] < vl[j]); m = m << 1 | (a < b); m = m << 1 | (vl[i] >= b);
			m = m << 1 | ((int)a < (int)b); m = m << 1 | ((unsigned)a < (unsigned)b);
			m = m << 1 | ((short)a <= (unsigned short)b); m = m << 1 | ((signed char)a == b);
			m = m << 1 | ((int)a > b);
		}
		out(m);
	}
	return 0;
}
