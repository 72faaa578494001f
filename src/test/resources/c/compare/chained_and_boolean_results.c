void out(long v);

int main(void)
{
	int a = 3, b = 2, c = 1;
	out(a > b > c); out(a > b == 1); out((a > b) + (b > c)); out(!a == 0); out(!(a == 0)); out(!!a);
	out(-(a > b)); out(~(a > b)); out((a & b) == 2); out(a & b == 2); out(a ^ b > c);
	out(1 - (a < b) * 4); out(sizeof(a < b)); out((a < b) << 3 | (b < a) << 2);
	return 0;
}
