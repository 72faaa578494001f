void out(long v);

static unsigned rol32(unsigned w, unsigned s) { return (w << (s & 31)) | (w >> ((-s) & 31)); }
static unsigned long ror64(unsigned long w, unsigned s) { return (w >> (s & 63)) | (w << ((-s) & 63)); }
static unsigned short rol16(unsigned short w, unsigned s) { return (w << (s & 15)) | (w >> ((-s) & 15)); }
static unsigned char ror8(unsigned char w, unsigned s) { return (w >> (s & 7)) | (w << ((-s) & 7)); }
static int sign_extend32(unsigned v, int index) { unsigned char shift = 31 - index;
	return (int)(v << shift) >> shift; }
int main(void)
{
	unsigned i;
	for (i = 0; i < 70; i += 7) { out(rol32(0x80000001u, i)); out(ror64(0x8000000000000003UL, i));
		out(rol16(0x8001, i)); out(ror8(0x81, i)); }
	out(sign_extend32(0x80, 7)); out(sign_extend32(0x7f, 7)); out(sign_extend32(0x12345, 15));
	return 0;
}
