void out(long v);

static long sum(const int *from, const int *to) { long s = 0; for (; from != to; from++) s += *from;
	return s; }
static int *lower(int *v, int n, int x) { int *end = v + n; while (v < end) { int *mid = v + (end - v) / 2;
		if (*mid < x) v = mid + 1; else end = mid; } return v; }
int main(void)
{
	int v[10], i; for (i = 0; i < 10; i++) v[i] = i * 3;
	out(sum(v, v + 10)); out(sum(v + 3, &v[7])); out(sum(v, v));
	for (i = -1; i < 30; i += 5) out(lower(v, 10, i) - v); out(&v[10] - v);
	out((char *)(v + 10) - (char *)v == sizeof(v));
	return 0;
}
