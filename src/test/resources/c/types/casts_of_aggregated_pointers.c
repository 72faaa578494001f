void out(long v);

struct a { int t; char d[12]; }; struct b { int t; long x; }; struct c { int t; short v[4]; };
static long val(const struct a *p) { switch (p->t) { case 1: return ((const struct b *)p)->x;
		case 2: return ((const struct c *)p)->v[3]; default: return p->d[5]; } }
int main(void) { struct b b = { 1, 1L << 36 }; struct c c = { 2, { 1, 2, 3, -4 } }; struct a a = {
		3, "hello w" }; out(val((struct a *)&b)); out(val((void *)&c)); out(val(&a));
	out(*(char *)&b); out(((short *)&c)[2]); out(*(int *)(void *)&a); return 0; }
