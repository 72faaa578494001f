void out(long v);

static int copy(char *to, const char *from, int count)
{
	int n = (count + 7) / 8, steps = 0;
	switch (count % 8) { case 0: do { *to++ = *from++; steps++; case 7: *to++ = *from++;
			case 6: *to++ = *from++; case 5: *to++ = *from++; case 4: *to++ = *from++;
			case 3: *to++ = *from++; case 2: *to++ = *from++; case 1: *to++ = *from++; }
		while (--n > 0); }
	return steps;
}
int main(void) { char a[40], b[40]; int i, n; for (i = 0; i < 40; i++) a[i] = i * 3;
	for (n = 1; n < 30; n += 4) { for (i = 0; i < 40; i++) b[i] = -1; out(copy(b, a, n)); out(b[n - 1]);
		out(b[n]); } return 0; }
