void out(long v);

int main(void)
{
	int a = 5; const int c = 6; int v[4] = { 1, 2, 3, 4 }; int (*f)(void) = 0; typeof(a) b = a;
	typeof(int *) p = &a; typeof(v) w = { 9 }; typeof(&v) q = &v; typeof(v[0]) e = 7; typeof(*p) g = 8;
	typeof(a + 1L) l = 1L << 40; typeof(c) d = 3; typeof((char)a) h = 300; typeof(a ? 1u : 2) u = -1;
	typeof(f) k = f; __typeof__(({ short s; s; })) s = 70000; typeof(typeof(char)) t = -1;
	out(b); out(*p); out(sizeof(w)); out((*q)[3]); out(e + g); out(l); out(d); out(h); out(u > 0); out(k == 0);
	out(s); out(t); out(sizeof(typeof(v))); out(sizeof(typeof(a++))); out(a); typeof(a) *pp[2] = {
		&a, p }; out(*pp[1]); for (typeof(sizeof(0)) n = 3; n; n--) out(n);
	return 0;
}
