void out(long v);

int x = 1;
static int f(int x) { { int x = 3; out(x); } out(x); return x; }
static int counter(void) { static int n = 5; return n++; }
static int other(void) { static int n; static int *p = &n; ++*p; return n; }
int main(void)
{
	out(x);
	int x = 2;
	out(x); f(7);
	for (int x = 0; x < 1; x++) { extern int x; out(x); }
	if (x) { int x = 8; out(x); { int x = 9; out(x); } out(x); }
	out(counter()); out(counter()); out(counter());
	out(other()); out(other());
	struct s { int a; } s = { 1 };
	{ struct s { char b; } t = { 2 }; out(sizeof t); }
	out(sizeof s);
	return 0;
}
