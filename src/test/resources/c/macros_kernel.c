void out(long v);

#define IS_ENABLED(x) ___is(x)
#define ___is(x) ____is(__ARG_##x)
#define __ARG_1 0,
#define __second(a, b, ...) b
#define ____is(j) __second(j 1, 0)
#define CONFIG_ON 1
#define BUILD_BUG_ON_ZERO(e) ((int)(sizeof(struct { int : (-!!(e)); })))
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]) + BUILD_BUG_ON_ZERO(__builtin_types_compatible_p(typeof(a), typeof(&(a)[0]))))
#define min_t(t, a, b) ({ t __a = (a); t __b = (b); __a < __b ? __a : __b; })
#define ALIGN(x, a) (((x) + ((typeof(x))(a) - 1)) & ~((typeof(x))(a) - 1))
#define swap(a, b) do { typeof(a) t = (a); (a) = (b); (b) = t; } while (0)
#define BIT(n) (1UL << (n))
#define GENMASK(h, l) (((~0UL) << (l)) & (~0UL >> (63 - (h))))
#define do_div(n, b) ({ unsigned r = (n) % (b); (n) /= (b); r; })
extern void never_defined(void);
int main(void)
{
	int arr[7]; int a = 1, b = 2; unsigned long n = 100007;
	if (IS_ENABLED(CONFIG_ON)) out(1); else never_defined();
	if (IS_ENABLED(CONFIG_OFF)) never_defined(); else out(2);
	if (IS_ENABLED(CONFIG_OFF) && a) never_defined();
	if (0 || (a && 0)) never_defined();
	out(ARRAY_SIZE(arr)); out(min_t(unsigned, -1, 5)); out(ALIGN(4097UL, 4096)); out(ALIGN(5, 4));
	swap(a, b); out(a * 10 + b); out(BIT(40)); out(GENMASK(7, 4)); out(do_div(n, 10)); out(n);
	while (sizeof(long) == 4) never_defined();
	switch (sizeof(int)) { case 8: never_defined(); break; case 4: out(4); }
	out(sizeof(int) == 8 ? (never_defined(), 1) : 3);
	return 0;
}
