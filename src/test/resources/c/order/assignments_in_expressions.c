void out(long v);

int main(void) { int a, b, c, v[3] = { 0 }; a = b = c = 5; out(a + b + c); a = (b = 3) + (c = 4); out(a);
	v[a = 1] = 7; out(v[1]); out((a = 2) * 10 + b); if ((c = a - 2)) out(1); else out(2);
	a += b += c += 1; out(a); out(b); int *p = v; *p++ = 9; *p = *p + v[0]; out(v[1]); out((p = v) == v);
	out(*(p += 2) = 6); out(v[2]); a = b, c = a; out(c); unsigned char u; int w = u = 300; out(w);
	return 0; }
