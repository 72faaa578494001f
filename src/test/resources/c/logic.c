void out(long v);

static int n;
static int t(int v) { n++; return v; }
int main(void)
{
	int a = 0, b = 5;
	out(t(1) && t(0) && t(1)); out(n);
	out(t(0) || t(2) || t(0)); out(n);
	out(a && b / a); out(!a || b / a);
	out((a || b) && !(a && b));
	out(t(3) ? t(4) : t(5)); out(n);
	out(a ?: 9); out(b ?: 9); out(t(6) ?: t(7)); out(n);
	out((a = 3) && (b = 4)); out(a + b);
	if (t(0) || (t(1) && !t(0))) out(n);
	while (t(1) && n < 20) ;
	out(n);
	out((a, b)); out((t(1), t(2)));
	int c = a > 2 ? b > 3 ? 1 : 2 : 3;
	out(c);
	out(!!b + !b);
	out((a > 1) + (a > 2) + (a > 100));
	return 0;
}
