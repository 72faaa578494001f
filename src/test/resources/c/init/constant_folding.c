void out(long v);

enum { N = 1 << 4, M = N * 3 - (N > 10 ? 8 : 0), K = sizeof(long) * 2, B = -1, C = (unsigned char)-1,
	D = 'a' + 1, E = !N, F = ~0 & 0xff, G = 10 / 3 % 2 };
static int v[M / 4 + (K == 16)]; static char c[sizeof(struct { char a; long b; })];
static long l = 1L << 40 | 5, m = -7 / 2, n = -7 % 3, o = (unsigned)-1 / 2, p = 0xffffffff + 1,
q = 1 ? 5 : 1 / 1, r = (char)300, s = 3 > 2 && 2 > 1 || 0, t = 'ab' & 0xff, u = -1 >> 1, w = -1u >> 1;
int main(void) { out(M); out(K); out(B); out(C); out(D); out(E); out(F); out(G); out(sizeof(v));
	out(sizeof(c)); out(l); out(m); out(n); out(o); out(p); out(q); out(r); out(s); out(t); out(u);
	out(w); return 0; }
