void out(long v);

struct s { char c; int v[3]; }; typedef int arr[5]; static int f(void) { return 1; }
int main(void)
{
	int i = 0, v[7]; char *p = 0; struct s x, *q = &x; arr a; char s[] = "hello";
	out(sizeof i); out(sizeof(int)); out(sizeof v); out(sizeof(v[0])); out(sizeof v / sizeof *v); out(sizeof p);
	out(sizeof *p); out(sizeof x); out(sizeof(struct s)); out(sizeof q->v); out(sizeof(arr));
	out(sizeof a); out(sizeof s); out(sizeof "abc"); out(sizeof(i++)); out(i); out(sizeof(char) + 1);
	out(sizeof(int) * 2); out(sizeof(int[3])); out(sizeof(int *[3])); out(sizeof(int (*)[3]));
	out(sizeof(f())); out(sizeof('a' + 1L)); out(sizeof(x.v + 0)); out(sizeof(&x.v));
	out(sizeof(struct { char a; short b; })); out(sizeof(void)); out(sizeof f); out(-sizeof(int));
	out(sizeof(int) - 5 > 0); out(sizeof !i); out(sizeof(_Bool)); out(sizeof(enum { Q }));
	out(sizeof(i ? p : 0));
	return 0;
}
