void out(long v);

#define time_after(a, b) ((long)((b) - (a)) < 0)
#define time_before(a, b) time_after(b, a)
#define time_after_eq(a, b) ((long)((a) - (b)) >= 0)
int main(void)
{
	unsigned long j = ~0UL - 2, k = j + 5;
	out(time_after(k, j)); out(time_before(k, j)); out(time_after_eq(j, j)); out(k > j);
	out((int)((unsigned)k - (unsigned)j) > 0); out(time_after(j + (1UL << 63), j));
	return 0;
}
