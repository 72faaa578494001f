void out(long v);

static const int list[] = { 4, 8, 15, 16, 23, 42, 0, 99 };
int main(void) { const int *p = list; int v, s = 0, n; while ((v = *p++)) s += v; out(s); out(p - list);
	while ((n = s / 3) > 2 && (s = n)) out(s); do v = s--; while (v > 1); out(v); out(s);
	if ((n = s + 5) != 5) out(n); while (n-- > 0) if (n == 1) break; out(n); return 0; }
