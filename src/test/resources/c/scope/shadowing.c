void out(long v);

static int x = 1; static int f(int x) { { int x = 10; x++; { extern int x_; int y = x; x = y * 2; } return x;
	} }
int x_;
static int g(void) { int r = x; int x = r + 5; for (int x = 0; x < 3; x++) r += x; { static int x = 100;
		r += x++; } return r + x; }
int main(void) { out(f(3)); out(g()); out(g()); out(x); int x = x_ + 7; out(x); { int y = x; int x = y + 1;
		out(x); } out(x); typedef int t; { int t = 4; out(t * 2); } t z = 5; out(z); return 0; }
