void out(long v);

enum r { OK, AGAIN, FAIL = -5 };
static enum r f(enum r x) { return x == OK ? AGAIN : x == AGAIN ? FAIL : OK; }
static int g(int e) { enum { L = 3, M } m = e; return m == L ? 1 : m == M ? 2 : 3; }
int main(void) { out(f(OK)); out(f(AGAIN)); out(f(f(AGAIN))); out(g(3)); out(g(4)); out(g(-1)); out(f(7));
	enum r a[3] = { FAIL, OK }; out(a[0]); out(a[2]); out(f(a[0]) < 0); out(-FAIL); return 0; }
