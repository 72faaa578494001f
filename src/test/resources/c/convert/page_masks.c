void out(long v);

#define PAGE_SHIFT 12
#define PAGE_SIZE (1UL << PAGE_SHIFT)
#define PAGE_MASK (~(PAGE_SIZE - 1))
#define IPAGE_MASK (~((1 << PAGE_SHIFT) - 1))
int main(void)
{
	unsigned long a = 0xffff888012345678UL;
	unsigned u = 0x12345678;
	int i = -5000;
	out(a & PAGE_MASK); out(a & IPAGE_MASK); out(u & PAGE_MASK); out(u & IPAGE_MASK); out(i & PAGE_MASK);
	out(i & IPAGE_MASK); out(a & ~PAGE_MASK); out((a + PAGE_SIZE - 1) & PAGE_MASK); out(-(a & 0xfff));
	out(~IPAGE_MASK);
	return 0;
}
