void out(long v);

static const char msg[] = "hello" " " "world";
static int len(const char *s) { int n = 0; while (*s++) n++; return n; }
static char *rev(char *s) { int n = len(s); for (int i = 0; i < n / 2; i++) { char t = s[i]; s[i] = s[n - 1 - i]; s[n - 1 - i] = t; } return s; }
static long named(void) { static const char *const name = __func__; return name[0] * 100 + sizeof(__func__) + __func__[4]; }
int main(void)
{
	char b[] = "abcdef";
	out(len(msg)); out(sizeof msg); out(msg[5]); out("xyz"[1]); out(*("q" + 0));
	out(rev(b)[0]); out(b[5]);
	out(sizeof "abc"); out("a\0b"[2]); out("\x7f"[0]); out("\101\60"[1]); out(sizeof("\\\"\'"));
	out(named());
	const char *p = "tail"; out(p[4]);
	out(__builtin_strlen("four"));
	return 0;
}
