void out(long v);

union u { char c; long l; int a[3]; };
int main(void)
{
	union u x = { -1 }, y = { .l = -2 }, z = { .a = { 1, 2, 3 } }; static union u s = { 5 };
	static union u t[2] = { { .a = { [1] = 7 } }, { 9 } };
	out(x.c); out(y.l); out(z.a[2]); out(s.l); out(t[0].a[1]); out(t[1].c); x = z; out(x.a[1]); out(sizeof(x));
	y.c = 0; out(y.l);
	return 0;
}
