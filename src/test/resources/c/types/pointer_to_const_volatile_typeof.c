void out(long v);

int main(void) { const int c = 4; volatile long v = 5; const char *s = "abc"; typeof(c) *p = &c;
	typeof(*s) ch = 'z'; typeof(&v) pv = &v; typeof(s[0]) *q = s + 1; typeof((void)0, c) w = 9; *pv += 1;
	out(*p); out(ch); out(v); out(*q); out(w); out(sizeof(typeof(&*s))); out(sizeof(typeof(s[0] + 0)));
	return 0; }
