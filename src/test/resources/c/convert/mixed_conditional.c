void out(long v);

int main(void)
{
	int c;
	unsigned char uc = 255;
	for (c = 0; c < 2; c++) {
		out(c ? -1 : 1u); out(c ? -1 : 1UL); out(c ? -1L : 1u); out(c ? (signed char)-1 : uc);
		out((c ? -1 : 1u) > 0); out((c ? -1 : uc) > 0);
		out(sizeof(c ? 'a' : 1L)); out(c ? uc : -1);
	}
	return 0;
}
