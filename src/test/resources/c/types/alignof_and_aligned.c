void out(long v);

struct a { char c; int i __attribute__((aligned(16))); }; struct b { char c; } __attribute__((aligned(32)));
struct c { char x; long l __attribute__((packed)); }; struct d { char x; struct b b; char y; };
typedef int i16 __attribute__((aligned(16))); struct e { char c; i16 v; }; struct f { char c; long long l; }
__attribute__((packed, aligned(4))); struct g { char c; struct { char d; long l; }
	__attribute__((packed)) in; }; union u { char c[5]; short s; } __attribute__((aligned)); struct h {
	_Alignas(8) char a; char b; }; struct k { char c; int v[2] __attribute__((packed)); short s; };
int main(void)
{
	static char buf[3] __attribute__((aligned(64))); int l __attribute__((aligned(128))) = 5;
	_Alignas(long) char ch;
	out(sizeof(struct a)); out(_Alignof(struct a)); out(sizeof(struct b)); out(sizeof(struct c));
	out(_Alignof(struct c)); out(sizeof(struct d)); out(sizeof(struct e)); out(_Alignof(i16));
	out(sizeof(struct f)); out(_Alignof(struct f)); out(sizeof(struct g));
	out(__builtin_offsetof(struct g, in.l)); out(sizeof(union u)); out(sizeof(struct h));
	out(sizeof(struct k)); out(__builtin_offsetof(struct k, s)); out((unsigned long)buf % 64);
	out((unsigned long)&l % 128); out((unsigned long)&ch % 8); out(_Alignof(char));
	out(__alignof__(long)); out(__alignof__(struct g)); out(_Alignof(int[4])); out(__alignof__(l));
	out(__alignof__(buf));
	return 0;
}
