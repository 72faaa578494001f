void out(long v);

int main(void) { int a = 1, *b = &a, c[2] = { 2, 3 }, (*d)[2] = &c, **e = &b, f = *b + c[1], (*g)(void) = 0;
	const char *s = "xy", t = s[1]; out(*b); out((*d)[1]); out(**e); out(f); out(g == 0); out(t);
	unsigned char x = 255, y = x + 1, z = -x; out(y); out(z); typedef struct p { int m; } p, *pp; p u = {
		4 }; pp w = &u; out(w->m); return 0; }
