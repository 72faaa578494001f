void out(long v);

int main(void)
{
	int a = -7, b = 2;
	unsigned u = 7;
	long m = -9223372036854775807L - 1;
	out(a / b);
	out(a % b);
	out(a / -b);
	out(a % -b);
	out(a / u);
	out(-7L / u);
	out(-7L % 4u);
	out(m / 3);
	out((unsigned long)m / 3);
	out((unsigned long)m % 10);
	a /= 2;
	out(a);
	a %= 2;
	out(a);
	return 0;
}
