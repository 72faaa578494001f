void out(long v);

#define STR(x) #x
#define XSTR(x) STR(x)
#define CAT(a, b) a##b
#define XCAT(a, b) CAT(a, b)
#define N 42
#define VAR(n) XCAT(var_, n)
static long sum(const char *s) { long h = 0; while (*s) h = h * 31 + *s++; return h; }
int main(void) { int VAR(N) = 7, CAT(x, y) = 8; out(var_42 + xy); out(sum(STR(N))); out(sum(XSTR(N)));
	out(sum(STR(a + "b\n" 'c'))); out(sizeof(STR(  a   b  ))); out(CAT(0x, ff));
	out(CAT(1, 2) + XCAT(N, 0)); out(sum(XSTR(XCAT(N, N)))); out(sizeof(STR())); return 0; }
