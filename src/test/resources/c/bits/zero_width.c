void out(long v);

struct a { int x : 3; int : 0; int y : 3; };
struct b { char c; int : 0; char d; };
struct c { unsigned x : 3; unsigned char : 0; unsigned y : 5; };
struct d { short a : 3; long : 0; short b : 4; };
struct e { char c; int : 5; char d; };
int main(void)
{
	union { struct a a; struct b b; struct c c; struct d d; unsigned long w[4]; unsigned char by[32]; } u;
	int i;
	out(sizeof(struct a)); out(sizeof(struct b)); out(sizeof(struct c)); out(sizeof(struct d));
	out(sizeof(struct e)); out(_Alignof(struct b)); out(_Alignof(struct e));
	for (i = 0; i < 4; i++) u.w[i] = 0;
	u.a.x = -1; u.a.y = -1; out(u.w[0]); u.w[0] = 0; u.b.c = 1; u.b.d = 2; out(u.w[0]); u.w[0] = 0; u.c.x = 7;
	u.c.y = 31; out(u.w[0]); u.w[0] = 0; u.d.a = -1; u.d.b = -1; out(u.w[0]); out(u.w[1]);
	return 0;
}
