void out(long v);

enum { N = 3, M = N * 2 }; struct s { char a[N + 1]; int b[sizeof(long)]; char c[M > 5 ? 2 : 1]; };
typedef int grid[N][M]; static grid g; static char t[(int)'\n'];
int main(void) { struct s x; out(sizeof(x.a)); out(sizeof(x.b)); out(sizeof(x)); out(sizeof(g));
	out(sizeof(g[0])); out(sizeof(t)); out(sizeof(grid) / sizeof(int));
	char l[sizeof(struct s) - sizeof(int)]; out(sizeof(l)); int z[0]; out(sizeof(z)); return 0; }
