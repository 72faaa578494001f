void out(long v);

struct b {
	unsigned a : 3;
	int s : 4;
	unsigned c : 12;
	unsigned d : 20;
	unsigned char e : 2;
	long f : 40;
	unsigned long g : 33;
	int : 0;
	int h : 1;
};
struct m { char x; unsigned y : 24; short z; };
struct n { unsigned long lo : 12, mid : 40, hi : 12; };
static struct b g = { 5, -3, 0xabc, 0x12345, 3, -12345678901L, 0x1ffffffffUL, -1 };
int main(void)
{
	struct b x = g;
	struct m m = { 1, 0xabcdef, -2 };
	struct n n = { .hi = 0xfff, .mid = 0x123456789aUL };
	out(sizeof(struct b)); out(sizeof(struct m)); out(sizeof(struct n));
	out(x.a); out(x.s); out(x.c); out(x.d); out(x.e); out(x.f); out(x.g); out(x.h);
	x.a = 9; out(x.a);
	x.s = 8; out(x.s);
	out(x.s = 15);
	out(x.a += 7);
	x.c++; out(x.c);
	out(x.d--); out(x.d);
	x.f = 1L << 39; out(x.f);
	x.g <<= 1; out(x.g);
	out(x.a - 10 < 0);
	out(x.g - 10 > 0);
	out(m.x); out(m.y); out(m.z);
	m.y = ~0u; out(m.x); out(m.y); out(m.z);
	out(n.lo); out(n.mid); out(n.hi);
	n.mid = -1; out(n.lo); out(n.hi); out(n.mid);
	out(*(unsigned long *)&n);
	out(n.mid << 20);
	out((n.mid + 1) == 0);
	out(-x.a);
	return 0;
}
