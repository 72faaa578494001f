void out(long v);

int main(void) { __auto_type a = 5; __auto_type b = 5UL; __auto_type c = "abc";
	const __auto_type d = (char)200; int v[3] = { 1, 2, 3 }; __auto_type e = v; __auto_type f = &v;
	struct { int x; } s = { 4 }; __auto_type t = s; out(sizeof(a)); out(sizeof(b)); out(c[1]); out(d);
	out(sizeof(d)); out(e[2]); out((*f)[1]); out(sizeof(e)); t.x++; out(t.x + s.x); a = -1; out(a < b);
	return 0; }
