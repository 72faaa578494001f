void out(long v);

struct a { char c; long l; char d; }; struct b { char c[3]; short s; }; struct c { char c; struct a a; };
struct d { int i; char c; } ; struct e { struct d d; char x; }; struct f { long double_word; int i; };
union g { char c[9]; long l; }; struct h { short s; union g g; };
int main(void)
{
	out(sizeof(struct a)); out(sizeof(struct b)); out(sizeof(struct c)); out(sizeof(struct d));
	out(sizeof(struct e)); out(sizeof(struct f)); out(sizeof(union g)); out(sizeof(struct h));
	out(__builtin_offsetof(struct c, a.d)); out(__builtin_offsetof(struct h, g.l));
	out(_Alignof(struct b)); out(_Alignof(union g)); out(sizeof(struct a[3])); struct a t[2];
	out((char *)&t[1].d - (char *)&t[0].c);
	return 0;
}
