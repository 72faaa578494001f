void out(long v);

union u { struct { unsigned a : 5, b : 7; int c : 11; unsigned d : 9; }; unsigned w; unsigned char by[4]; };
int main(void)
{
	union u v = { .w = 0 };
	v.a = 21; out(v.w); v.b = 0x55; out(v.w); v.c = -700; out(v.w); v.d = 511; out(v.w); out(v.c); out(v.by[0]);
	out(v.by[1]); out(v.by[2]); out(v.by[3]); v.w = 0x89abcdef; out(v.a); out(v.b); out(v.c); out(v.d);
	return 0;
}
