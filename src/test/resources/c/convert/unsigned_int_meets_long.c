void out(long v);

int main(void)
{
	unsigned u = 0xffffffffu;
	long l = -1;
	int i = -1;
	out(u == l); out(u == i); out(u > l); out(u > i); out(l < u); out(i < u);
	out(u + l); out(u + i); out((long)u + i); out((long)(u + i));
	out(i * u); out((long)i * u); out(l * u);
	return 0;
}
