void out(long v);

#define kind(x) _Generic((x), char: 1, signed char: 2, unsigned char: 3, short: 4, unsigned short: 5, int: 6, unsigned: 7, long: 8, unsigned long: 9, long long: 10, unsigned long long: 11, _Bool: 12, int *: 13, const int *: 14, char *: 15, const char *: 16, void *: 17, default: 99)
struct s { int x; };
int main(void)
{
	char c = 0; unsigned char uc = 0; short h = 0; const int ci = 0; int v[2]; struct s s; _Bool b = 0;
	volatile long vl = 0;
	out(kind(c)); out(kind(uc)); out(kind(h)); out(kind(h + 0)); out(kind(ci)); out(kind(&ci)); out(kind(v));
	out(kind("a")); out(kind((const char *)"a")); out(kind(s)); out(kind(b)); out(kind(!b));
	out(kind(vl)); out(kind(1u)); out(kind(1l)); out(kind(1ll)); out(kind(1ull)); out(kind((void *)0));
	out(kind(c + uc)); out(kind(1 ? 1u : 1)); out(kind(1 ? 1L : 1ULL)); out(kind((signed char)1));
	out(kind('a')); out(kind(sizeof(1))); out(kind(&s.x)); out(kind(-h)); out(kind(h++));
	out(kind(c << 1L)); out(kind((c, uc))); out(kind(v - v)); out(kind(0x80000000)); out(kind(b ? h : c));
	return 0;
}
