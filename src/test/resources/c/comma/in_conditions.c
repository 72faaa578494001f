void out(long v);

int main(void) { int i = 0, j = 5, s = 0; while (i++, j-- > 0) s += i * j; out(s);
	if (i = 0, j = 3, i < j) out(1); do { s--; } while (i++, i < 3); out(s); switch (i++, i) {
		case 4: out(44); break; default: out(i); } out(i ? (j++, j) : (i++, i));
	out((i, j) > 2 && (j--, 1)); out(j); return (s, 0); }
