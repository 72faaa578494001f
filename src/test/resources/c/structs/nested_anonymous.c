void out(long v);

struct s { int a; union { struct { short lo, hi; }; int w; struct { char c[4]; } n; }; struct { int z; }; };
int main(void)
{
	struct s x = { 1, { { 0x1111, 0x2222 } }, { 5 } }, *p = &x;
	out(x.w); p->hi = 7; out(p->w); out(x.n.c[2]); out(x.z); out(__builtin_offsetof(struct s, hi));
	out(__builtin_offsetof(struct s, z)); struct s y = { .hi = 3, .z = 9 }; out(y.w); out(y.a); y.w = -1;
	out(y.lo); out(sizeof(y)); struct s k = { .a = 4, .w = 0x30004, .z = 2 }; out(k.lo); out(k.hi);
	return 0;
}
