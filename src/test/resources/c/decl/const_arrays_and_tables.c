void out(long v);

static const unsigned char map[256] = { ['0' ... '9'] = 1, ['a' ... 'f'] = 2, ['A' ... 'F'] = 2, [' '] = 4,
	['\t'] = 4 }; static const short grid[3][3] = { { 1, 2, 3 }, { -4, -5, -6 }, [2][1] = 8 };
static const struct { unsigned char len; const char *s; } words[] = { { 3, "one" }, {
		.s = "three", .len = 5 } };
static int hex(const char *s) { int v = 0; for (; map[(unsigned char)*s] & 3;
	s++) v = v * 16 + (map[(unsigned char)*s] == 1 ? *s - '0' : (*s | 32) - 'a' + 10); return v; }
int main(void) { int i, j, t = 0; out(hex("1aF ")); out(hex(""));
	for (i = 0; i < 3; i++) for (j = 0; j < 3; j++) t = t * 3 + grid[i][j]; out(t);
	out(words[1].s[words[1].len - 1]); out(sizeof(words)); out(map['\t']); out(map[200]); return 0; }
