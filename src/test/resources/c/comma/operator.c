void out(long v);

static int n; static int t(int v) { n = n * 10 + v; return v; }
int main(void) { int a = (t(1), t(2), 3), b, c; out(a); out(n); b = 1, c = 2; out(b + c);
	out((b++, c += b, c)); for (n = 0, a = 5; a--, a; n++) ; out(n); out(sizeof((char)1, (long)2));
	char q = 1; out(sizeof(0, q)); int v[2] = { (1, 2), 3 }; out(v[0]); out((b, c) ? 1 : 2); return 0; }
