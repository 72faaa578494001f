void out(long v);

int main(void)
{
	unsigned long u = 1;
	int i = -2;
	long l = -2;
	long long ll = -2;
	out(u + i > 0); out(u > i); out(u > l); out(u > ll); out(i / u); out(l % 3UL); out(i >> 1);
	out((u + i) >> 60);
	out(-1 < sizeof(int)); out(-1 < (int)sizeof(int)); out(0u - 1 > 0);
	return 0;
}
