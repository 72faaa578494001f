void out(long v);

static unsigned index(unsigned long a, int level) { return a >> (12 + 9 * level) & 511; }
int main(void)
{
	unsigned long a = 0x7ffffffff123UL, b = 0xffff888000100000UL;
	int i;
	for (i = 0; i < 5; i++) { out(index(a, i)); out(index(b, i)); }
	out(((long)(b << 16)) >> 16 == (long)b); out(((long)(a << 16)) >> 16 == (long)a);
	out(((long)((a | 1UL << 47) << 16)) >> 16);
	return 0;
}
