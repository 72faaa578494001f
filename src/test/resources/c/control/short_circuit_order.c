void out(long v);

static int t[16], n;
static int a(int v) { t[n++ & 15] = v; return v; }
int main(void)
{
	int i; out(a(1) && a(0) && a(2)); out(a(0) || a(3) || a(4)); out(a(0) || (a(5) && a(0)) || a(6));
	out((a(7) && a(8)) + 1); out(!(a(0) && a(9)) && a(10)); out(a(0) ? a(11) : a(12));
	if (a(0) && a(13) || a(14)) out(99); for (i = 0; i < 16; i++) out(t[i]); out(n); i = 0;
	out(i++ && i++); out(i); out(i++ || i++); out(i); out((i--, i--) && i); out(i);
	return 0;
}
