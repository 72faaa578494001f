void out(long v);

static unsigned char low(int v) { return v; }
static signed char slow(int v) { return v; }
static _Bool truth(long v) { return v; }
static short half(long v) { return v; }
static unsigned long wide(int v) { return v; }
static long swide(unsigned v) { return v; }
int main(void)
{
	out(low(0x1fe)); out(slow(0x1fe)); out(truth(1L << 40)); out(half(0x18000)); out(wide(-1) >> 63);
	out(swide(-1));
	return 0;
}
