void out(long v);

struct p { int x, y; }; union u { long l; char c[8]; };
int main(void) { struct p a[2][2] = { { { 1, 2 }, { 3, 4 } }, { { 5 } } }; union u u = { .c = { 'a', 'b' } };
	struct { struct p p; union u u; int v[2]; } s = { { 1, 2 }, { 3 }, { 4, 5 } }, t = s; int *q[2] = {
		&s.v[0], &s.v[1] }; const char *n[] = { "x", "yy" }; struct p (*r)[2] = a; _Bool f[3] = {
		5, 0, -1 }; long l[] = { [3] = 1, [0] = 2 }; out(a[0][1].y + a[1][0].x + a[1][1].y);
	out(u.l); out(t.u.l + t.v[1]); *q[1] = 50; out(s.v[1]); out(n[1][1]); out(r[0][1].x);
	out(f[0] + f[1] + f[2]); out(l[0] + l[2] + l[3]); return 0; }
