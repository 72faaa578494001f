void out(long v);

static int add(int a, int b) { return a + b; } static int sub(int a, int b) { return a - b; }
static int (*pick(int n))(int, int) { return n ? add : sub; }
static int (*tab[2])(int, int) = { add, sub }; static int (*(*ptab)[2])(int, int) = &tab;
static int arr[2][3] = { { 1, 2, 3 }, { 4, 5, 6 } };
static int (*row(int n))[3] { return &arr[n]; }
static int (*(*higher(void))(int))(int, int) { return pick; }
int main(void) { int *(*(*q)[2]); int x = 1, *px = &x, *ap[2] = { px, px }; q = (int *(*(*)[2]))&ap;
	out(pick(1)(5, 3)); out(pick(0)(5, 3)); out((*ptab)[1](9, 1)); out((*row(1))[2]); out(row(0)[0][1]);
	out(higher()(1)(2, 2)); const char *const *s = (const char *const []){ "a", "b" }; out(s[1][0]);
	out(**(int **)q); int (*g)(int, int) = *tab; out((*g)(1, 1)); out((**g)(1, 2)); out((&*g)(1, 3));
	return 0; }
