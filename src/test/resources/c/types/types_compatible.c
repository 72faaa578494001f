void out(long v);

#define same(a, b) __builtin_types_compatible_p(a, b)
enum e { A }; typedef int myint; struct s { int x; };
int main(void) { int v[3]; const int c = 0; out(same(int, int)); out(same(int, unsigned));
	out(same(int, const int)); out(same(int *, const int *)); out(same(myint, int));
	out(same(enum e, unsigned)); out(same(int [], int [5])); out(same(int [4], int [5]));
	out(same(char *, signed char *)); out(same(typeof(v), typeof(&v[0]))); out(same(struct s, struct s));
	out(same(long, long long)); out(same(void, void)); out(same(int (*)(int), int (*)(int)));
	out(same(int (*)(int), int (*)(long))); out(same(typeof(c), int)); out(same(volatile int, int));
	return 0; }
