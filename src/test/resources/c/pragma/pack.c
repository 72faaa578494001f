void out(long v);

#pragma pack(push, 1)
struct a { char c; int i; short s; long l; unsigned x : 20; unsigned y : 20; };
#pragma pack(2)
struct b { char c; int i; long l; char d; };
#pragma pack(pop)
struct c { char c; int i; };
#pragma pack(4)
struct d { char c; long l; struct a a; };
#pragma pack()
struct e { char c; long l; };
int main(void)
{
	struct a x = { 1, -2, 3, -4, 0xfffff, 0x12345 };
	out(sizeof(struct a)); out(sizeof(struct b)); out(sizeof(struct c)); out(sizeof(struct d));
	out(sizeof(struct e));
	out(__builtin_offsetof(struct a, l)); out(__builtin_offsetof(struct b, l));
	out(__builtin_offsetof(struct d, a)); out(_Alignof(struct b));
	out(x.i); out(x.l); out(x.x); out(x.y); x.x++; out(x.x); out(x.y);
	return 0;
}
