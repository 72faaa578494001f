void out(long v);

#define C(x) __builtin_constant_p(x)
struct s { int a; char b[4]; struct { long c; } d[3]; };
int main(void)
{
	int v = 5; volatile int w = 0; unsigned long big = 0x123456789abcdef0UL;
	out(__builtin_offsetof(struct s, d[2].c)); out(__builtin_offsetof(struct s, b[2]));
	out(__builtin_types_compatible_p(int, typeof(v))); out(__builtin_types_compatible_p(int, unsigned));
	out(__builtin_types_compatible_p(char[3], char *)); out(__builtin_types_compatible_p(const int, int));
	out(__builtin_choose_expr(1, 7, "no")); out(__builtin_choose_expr(sizeof(long) == 4, "no", 8));
	out(C(3)); out(C(sizeof v)); out(C("x"[0]) || 1);
	out(__builtin_expect(v == 5, 1)); if (__builtin_expect(!!(v), 0)) out(1);
	out(__builtin_bswap16(0x1234)); out(__builtin_bswap32(0x12345678)); out(__builtin_bswap64(big));
	out(__builtin_clz(v)); out(__builtin_clzl(v)); out(__builtin_ctz(40 + w)); out(__builtin_ctzl(big));
	out(__builtin_ffs(0 + w)); out(__builtin_ffs(40 + w)); out(__builtin_ffsl(1UL << 50)); out(__builtin_popcount(0xf0f0 + w)); out(__builtin_popcountl(big));
	out(__builtin_clz(1)); out(__builtin_ctzl(1UL << 63)); out(__builtin_parity(7 + w)); out(__builtin_clzl(-1L));
	char b[4]; __builtin_memset(b, 3, 4); out(b[3]); char c[4]; __builtin_memcpy(c, b, 4); out(c[0]); out(__builtin_memcmp(b, c, 4));
	out(sizeof(int) == sizeof(*(8 ? ((void *)((long)(3) * 0l)) : (int *)8)));
	out(sizeof(int) == sizeof(*(8 ? ((void *)((long)(v) * 0l)) : (int *)8)));
	return 0;
}
