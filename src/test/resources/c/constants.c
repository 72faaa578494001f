void out(long v);

int main(void)
{
	out(sizeof(1));
	out(sizeof(2147483648));
	out(sizeof(0x80000000));
	out(sizeof(4294967296));
	out(sizeof(1L));
	out(sizeof(1ull));
	out(0x80000000 > -1);
	out(2147483648 > -1);
	out(0777);
	out(0b1011);
	out('a');
	out('\n');
	out('\x41');
	out('\377');
	out('\0');
	out('ab');
	out(0xffffffffffffffff == -1);
	return 0;
}
