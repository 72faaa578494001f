void out(long v);

int main(void)
{
	int s = 0; for (int i = 0, j = 10; i < j; i++, j -= 2) s = s * 100 + i * 10 + j; out(s);
	for (unsigned i = 3; i-- > 0; ) out(i); for (char *p = "abc"; *p; p++) out(*p);
	for (long l = 1; l; l <<= 9) s++; out(s); for (struct { int a, b; } x = { 1, 1 }; x.a < 50; ) {
		int t = x.a + x.b; x.b = x.a; x.a = t; s = x.a; } out(s); int i = 77;
	for (int i = 0; i < 2; i++) { int i = 5; s += i; } out(s); out(i);
	return 0;
}
