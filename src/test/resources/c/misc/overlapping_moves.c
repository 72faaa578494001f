void out(long v);

static void move(char *d, const char *s, int n) { if (d < s) while (n--) *d++ = *s++; else { d += n; s += n;
		while (n--) *--d = *--s; } }
int main(void) { char b[16] = "abcdefghij"; int i, h = 0; move(b + 2, b, 6);
	for (i = 0; i < 10; i++) h = h * 3 + b[i]; out(h); move(b, b + 3, 5);
	for (i = 0; i < 10; i++) h = h * 3 + b[i]; out(h); long *l = (long *)b; out(*l);
	short *s = (short *)(b + 2); s[1] = 0x4142; out(b[4]); return 0; }
