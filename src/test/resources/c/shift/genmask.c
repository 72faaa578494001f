void out(long v);

#define BITS_PER_LONG 64
#define GENMASK(h, l) (((~0UL) - (1UL << (l)) + 1) & (~0UL >> (BITS_PER_LONG - 1 - (h))))
#define BIT(n) (1UL << (n))
#define FIELD_GET(m, v) ((typeof(m))(((v) & (m)) >> __builtin_ctzll(m)))
#define FIELD_PREP(m, v) (((typeof(m))(v) << __builtin_ctzll(m)) & (m))
int main(void)
{
	int l;
	for (l = 0; l < 64; l += 9) out(GENMASK(63, l) ^ GENMASK(l, 0));
	out(GENMASK(51, 12)); out(FIELD_GET(GENMASK(51, 12), 0x8000000012345067UL));
	out(FIELD_PREP(GENMASK(15, 8), 0x1ff)); out(BIT(63) | BIT(0));
	return 0;
}
