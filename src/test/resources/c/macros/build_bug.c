void out(long v);

#define BUILD_BUG_ON_ZERO(e) ((int)(sizeof(struct { int : (-!!(e)); })))
#define __must_be_array(a) BUILD_BUG_ON_ZERO(__builtin_types_compatible_p(typeof(a), typeof(&(a)[0])))
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]) + __must_be_array(a))
#define static_assert(e, ...) _Static_assert(e, ##__VA_ARGS__, #e)
struct s { long a[7]; }; _Static_assert(sizeof(struct s) == 56, "size");
int main(void) { struct s x; int v[ARRAY_SIZE(x.a) * 2]; _Static_assert(sizeof(v) == 14 * 4, "v");
	out(ARRAY_SIZE(v)); out(BUILD_BUG_ON_ZERO(0)); out(sizeof(char[1 - 2 * !!(sizeof(int) != 4)]));
	(void)x; return 0; }
