void out(long v);

struct p { unsigned char a : 4; unsigned b : 10; unsigned c : 2; unsigned char d; } __attribute__((packed));
struct q { char x; int y : 8; int z : 8; };
struct r { unsigned short a : 9; unsigned short b : 9; };
struct t { long long a : 5; int b : 30; int c : 3; };
struct u { int a : 5; int : 3; int b : 5; int : 20; int c; };
union v { unsigned a : 5; int b; };
int main(void)
{
	struct p p = { 0xf, 0x2aa, 1, 0xcc };
	struct r r = { 300, 400 };
	struct t t = { 1, -2, 3 };
	union v v = { .b = -1 };
	out(sizeof(struct p)); out(sizeof(struct q)); out(sizeof(struct r)); out(sizeof(struct t));
	out(sizeof(struct u)); out(sizeof(union v));
	out(p.a); out(p.b); out(p.c); out(p.d);
	p.b = 0x155; out(p.a); out(p.b); out(p.c); out(p.d);
	out(r.a); out(r.b);
	out(t.a); out(t.b); out(t.c);
	out(v.a);
	return 0;
}
