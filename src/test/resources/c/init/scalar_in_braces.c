void out(long v);

int main(void) { int a = { 5 }, b = { { 6 } }; long c = { -1 }; int *p = { &a }; unsigned char d = { 300 };
	_Bool e = { 4 }; static int s = { 9 }; const char *t = { "x" }; struct { int x; } w = { { 3 } };
	char q[] = { 'a', 'b' }; out(a + b); out(c); out(*p); out(d); out(e); out(s); out(*t); out(w.x);
	out(sizeof(q)); return 0; }
