void out(long v);

int long unsigned static a = 5; const static int b = 6; short int static unsigned c = 65535;
long long int static d = -1; signed static e = -2; static unsigned f = 3; char signed static g = 200;
int typedef T; static T (h) = 4; static int v[2] = { 7, 8 }; static int (*(i))[2] = &v;
static inline int const *const *p(int const **q) { return q; } long static double_ = 9;
int main(void) { register int r = 1; auto int s = 2; int const *q = (r = 3) ? &s : 0; out(a); out(b); out(c);
	out(d); out(e); out(f); out(g); out(h); out((*i)[1]); out(**p(&q)); out(double_); out(r);
	volatile const T z = 6; out(z); int restrict_ = 1, *restrict w = &s; out(*w + restrict_); ; ; {}
	return 0; }
