void out(long v);

int main(void)
{
	out('\n'); out('\t'); out('\\'); out('\''); out('"'); out('\0'); out('\x7f'); out('\xff'); out('\377');
	out('\7'); out('\a'); out('\e'); out('ab'); out('abcd'); out('\?');
	out((unsigned char)'\xe9');
	return 0;
}
