void out(long v);

static int n; static int v[4]; static int *slot(void) { return &v[n++ & 3]; } struct s { int a;
	unsigned b : 4; long l; } static t[3]; static struct s *st(void) { return &t[n++ % 3]; }
int main(void) { *slot() += 5; *slot() -= 3; (*slot())++; --*slot(); out(n); out(v[0]); out(v[1]); out(v[2]);
	out(v[3]); n = 0; st()->a |= 6; st()->b += 20; st()->l <<= 3; st()->b--; out(n); out(t[0].a);
	out(t[0].b); out(t[1].b); int i = 0; v[i++] *= 2; v[++i] ^= 1; out(i); out(v[0]); out(v[2]);
	return 0; }
