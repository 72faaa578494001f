void out(long v);

static int n; static int f(void) { n++; return 1; }
int main(void)
{
	int i = 0; int a[5];
	out(sizeof(i++)); out(i); out(sizeof f()); out(n); out(sizeof(a[f()])); out(sizeof a / sizeof *a); out(sizeof(char[3]) + 1); out(sizeof(int) * 2); out(sizeof (i)); out(sizeof -1L); out(sizeof(*(&a))); out(sizeof &a); typeof(f()) q = 2; out(q); out(n); out(_Alignof(int)); out(sizeof("x" "yz"));
	return 0;
}
