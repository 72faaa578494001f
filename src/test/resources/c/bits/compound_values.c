void out(long v);

struct s { unsigned a : 4; int b : 5; unsigned long c : 40; };
int main(void)
{
	struct s x = { 9, -7, 0xfffffffff0UL }, *p = &x;
	out(x.a += 9); out(p->b *= 3); out(p->c += 32); out(x.a <<= 2); out(x.b >>= 1); out(x.a |= 0x1f);
	out(x.b ^= -1); out(x.c -= 100); out(x.b /= 2); out(x.a %= 4); out(x.a = x.b = 21);
	out((x.a = 20) == 4);
	return 0;
}
