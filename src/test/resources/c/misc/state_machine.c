void out(long v);

enum st { S0, S1, S2, END }; static enum st step(enum st s, int c, int *acc) { switch (s) {
		case S0: return c == '-' ? S1 : c >= '0' && c <= '9' ? (*acc = c - '0', S2) : END;
		case S1: if (c >= '0' && c <= '9') { *acc = -(c - '0'); return S2; } return END;
		case S2: if (c >= '0' && c <= '9') { *acc = *acc * 10 + (*acc < 0 ? -(c - '0') : c - '0');
			return S2; } case END: default: return END; } }
static int parse(const char *s) { int a = 0; enum st t = S0; while (*s && t != END) t = step(t, *s++, &a);
	return a * 4 + t; }
int main(void) { out(parse("123")); out(parse("-45x")); out(parse("")); out(parse("x")); out(parse("-"));
	out(parse("007")); return 0; }
