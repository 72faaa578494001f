void out(long v);

union u { struct { int a, b, c; } x; struct { int p, q, r; } y; };
int main(void)
{
	union u u = { { 1, 2, 3 } }; out(u.y.q); u.y.r = 9; out(u.x.c); union u v = u; v.x.a = 5; u = v; out(u.y.p);
	out(u.x.b); union u *p = &u; v = *p; out(v.y.r);
	return 0;
}
