void out(long v);

#define SIGNED(x) ((typeof(x))-1 < 0)
int main(void)
{
	out(sizeof(2147483647)); out(sizeof(2147483648)); out(sizeof(0x7fffffff)); out(sizeof(0x80000000));
	out(sizeof(0xffffffff));
	out(sizeof(0x100000000)); out(SIGNED(0x80000000)); out(SIGNED(2147483648)); out(SIGNED(0x8000000000000000));
	out(SIGNED(037777777777));
	out(SIGNED(1u)); out(SIGNED(1l)); out(SIGNED(1ul)); out(sizeof(1ll)); out(0b1011); out(0B11u - 4 > 0);
	out(1lu); out(0xFFull); out('\0'); out(sizeof('a'));
	return 0;
}
