void out(long v);

int main(void)
{
	int i, j, n = 0;
	for (i = 0; i < 6; i++) { switch (i) { case 2: continue; case 4: for (j = 0; ; j++) { switch (j) {
					case 3: break; case 5: goto done; default: n += 100; continue; }
				n += 7; } done: n += 1; break; default: switch (i & 1) { case 0: n += 1000;
				break; case 1: n += 10000; } } out(n); }
	do { n /= 2; if (n & 1) continue; if (n < 50) break; } while (n > 3); out(n); while (n--) {
		if (n == 4) break; } out(n); for (;;) { if (n++ > 20) break; else continue; } out(n);
	return 0;
}
