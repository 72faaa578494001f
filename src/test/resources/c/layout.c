void out(long v);

struct a { char c; int i; char d; };
struct b { char c; long l; short s; };
struct c { struct a a; char x[3]; };
union u { char c[5]; int i; short s; };
struct p { char c; int i; } __attribute__((packed));
struct q { char c; int i __attribute__((aligned(16))); };
struct r { char c; struct { short s; union { int i; long l; }; }; char e; };
struct f { int n; char data[]; };
struct g { char a; char z[0]; int b; };
struct al { int x; } __attribute__((aligned(32)));
struct pk { char a; struct p in; short b; } __attribute__((packed, aligned(4)));
struct e { };
#define OFF(t, m) out(__builtin_offsetof(t, m))
int main(void)
{
	out(sizeof(struct a)); out(_Alignof(struct a)); OFF(struct a, i); OFF(struct a, d);
	out(sizeof(struct b)); OFF(struct b, s);
	out(sizeof(struct c)); OFF(struct c, x[1]);
	out(sizeof(union u)); out(_Alignof(union u));
	out(sizeof(struct p)); OFF(struct p, i);
	out(sizeof(struct q)); out(_Alignof(struct q)); OFF(struct q, i);
	out(sizeof(struct r)); OFF(struct r, s); OFF(struct r, l); OFF(struct r, e);
	out(sizeof(struct f)); OFF(struct f, data);
	out(sizeof(struct g)); OFF(struct g, b);
	out(sizeof(struct al)); out(sizeof(struct al[3]));
	out(sizeof(struct pk)); OFF(struct pk, in.i); OFF(struct pk, b);
	out(sizeof(struct e));
	out(_Alignof(long)); out(_Alignof(char[7])); out(__alignof__(short));
	out(sizeof(enum { A, B }));
	out(sizeof(long double)); out(sizeof(double)); out(sizeof(float));
	out(sizeof(void *)); out(sizeof(_Bool)); out(sizeof(int[3][4]));
	return 0;
}
