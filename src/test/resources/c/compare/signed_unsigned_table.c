void out(long v);

static const int vi[] = { 0, 1, -1, 2147483647, -2147483647 - 1 };
static const unsigned vu[] = { 0, 1, 0xffffffff, 0x7fffffff, 0x80000000 };
int main(void)
{
	int i, j;
	for (i = 0; i < 5; i++) {
		long m = 0;
		for (j = 0; j < 5; j++) {
			m = m << 1 | (vi[i] < vi[j]); m = m << 1 | (vi[i] < vu[j]); m = m << 1 | (vu[i] < vi[j]);
			m = m << 1 | (vu[i] <= vu[j]); m = m << 1 | ((long)vi[i] < vu[j]);
			m = m << 1 | (vi[i] >= (long)vu[j]); m = m << 1 | ((unsigned long)vi[i] > vu[j]);
		}
		out(m);
	}
	return 0;
}
