void out(long v);

#define bool _Bool
static bool f(int x) { return x; }
struct s { bool a; bool b : 1; };
int main(void)
{
	bool b = 256;
	int *p = &(int){ 1 };
	struct s s = { .a = 4, .b = 2 };
	out(b);
	b = p;
	out(b);
	b = 0;
	out(b);
	out(f(1024));
	out(f(0));
	b++;
	out(b);
	b--;
	out(b);
	b--;
	out(b);
	b |= 8;
	out(b);
	b += 255;
	out(b);
	out(s.a);
	out(s.b);
	out(sizeof(struct s));
	out((bool)0x100);
	out(!!(bool)3);
	return 0;
}
