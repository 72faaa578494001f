void out(long v);

struct a { char c; int x : 7; char d; };
struct b { int x : 30; int y : 5; };
struct c { char a : 4; short b : 9; int c : 20; long d : 40; };
struct d { unsigned long a : 40; unsigned b : 20; unsigned char c : 4; };
struct e { int a : 8; int b : 16; char c; };
struct f { short s; int x : 16; int y : 1; };
struct g { unsigned char f : 1; unsigned int g : 1; unsigned long h : 62; };
int main(void)
{
	out(sizeof(struct a)); out(sizeof(struct b)); out(sizeof(struct c)); out(sizeof(struct d));
	out(sizeof(struct e)); out(sizeof(struct f)); out(sizeof(struct g));
	out(__builtin_offsetof(struct a, d)); out(__builtin_offsetof(struct e, c)); out(_Alignof(struct c));
	out(_Alignof(struct a));
	return 0;
}
