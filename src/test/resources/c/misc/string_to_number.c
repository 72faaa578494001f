void out(long v);

static long conv(const char *s, int base, const char **end) { long v = 0; int neg = 0; while (*s == ' ') s++;
	if (*s == '-' || *s == '+') neg = *s++ == '-';
	if ((base == 0 || base == 16) && s[0] == '0' && (s[1] | 32) == 'x') { s += 2; base = 16; }
	else if (base == 0) base = *s == '0' ? 8 : 10; for (;; s++) {
		int d = *s >= '0' && *s <= '9' ? *s - '0' : (*s | 32) >= 'a' && (*s | 32) <= 'z' ? (*s | 32) - 'a' + 10 : 99;
		if (d >= base) break; v = v * base + d; } if (end) *end = s; return neg ? -v : v; }
int main(void) { const char *e, *s = "  -0x1fZ"; out(conv(s, 0, &e)); out(e - s); out(conv("0755", 0, 0));
	out(conv("12345678901234", 10, 0)); out(conv("zz", 36, &e)); out(*e); out(conv("", 10, 0));
	out(conv("+9x", 10, &e)); out(*e); return 0; }
