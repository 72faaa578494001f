void out(long v);

static const char *const t[] = { "aa", "b", "", "cccc" }; static const char s[] = "static";
static char buf[16];
static int len(const char *p) { int n = 0; while (p[n]) n++; return n; }
int main(void) { int i, n = 0; const char *p = "hello", *q = p + 2;
	for (i = 0; i < 4; i++) n = n * 10 + len(t[i]); out(n); out(len(q)); out(*q); out(len(s + 3));
	for (i = 0; i < 5; i++) buf[i] = p[4 - i]; out(len(buf)); out(buf[0]); out(len("x\0yz"));
	out(len(i ? "yes" : "no")); char m[] = "mut"; m[0] = 'M'; out(m[0] + m[2]);
	out(sizeof(s) - sizeof(t)); out("abc" + 1 != 0); return 0; }
