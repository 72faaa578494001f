void out(long v);

static const unsigned long v[] = { 1, 2, 0x80000000UL, 0xffffffffUL, 0x100000000UL, 0x8000000000000000UL,
	0xffffffffffffffffUL, 0x123456789abcdefUL };
int main(void) { unsigned i; for (i = 0; i < 8; i++) { out(__builtin_ctzl(v[i])); out(__builtin_clzl(v[i]));
		out(__builtin_ffsl(v[i])); out(__builtin_popcountl(v[i])); out(__builtin_parityl(v[i]));
		out(__builtin_popcount(v[i])); out(__builtin_ffs(v[i])); if ((unsigned)v[i]) {
			out(__builtin_ctz(v[i])); out(__builtin_clz(v[i])); } } out(__builtin_ffs(0));
	out(__builtin_ffsll(0)); out(__builtin_clzll(1)); out(__builtin_popcountll(-1));
	out(__builtin_clrsb(-1)); out(__builtin_clrsb(1)); out(__builtin_clrsbl(0x7fffL)); return 0; }
