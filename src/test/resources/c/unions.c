void out(long v);

union u { unsigned char b[8]; unsigned int i[2]; unsigned long l; struct { short lo, hi; } s; };
int main(void)
{
	union u u = { .l = 0x1122334455667788UL };
	union u v;
	out(u.b[0]); out(u.b[7]); out(u.i[1]); out(u.s.hi);
	u.s.lo = -1;
	out(u.l);
	v = u;
	v.b[1] = 0;
	out(v.l); out(u.l);
	v.i[0] = 1;
	out(v.l);
	return 0;
}
