void out(long v);

static int nested(int n)
{
	int i, j;
	for (i = 0; i < n; i++)
		for (j = 0; j < n; j++)
			if (i * j == 12)
				goto found;
	return -1;
found:
	return i * 100 + j;
}
static int unwind(int fail)
{
	int r = 0;
	if (fail == 1) goto out1;
	r += 1;
	if (fail == 2) goto out2;
	r += 10;
	goto done;
out2:
	r += 100;
out1:
	r += 1000;
done:
	return r;
}
static int into(int x)
{
	int r = 0;
	if (x) goto inside;
	while (r < 3) {
		r++;
inside:
		r += 10;
	}
	return r;
}
#define LOC(n) ({ __label__ again; int k = (n), s = 0; again: s += k; if (--k) goto again; s; })
int main(void)
{
	out(nested(5)); out(nested(3));
	out(unwind(0)); out(unwind(1)); out(unwind(2));
	out(into(0)); out(into(1));
	return 0;
}
