void out(long v);

static int log_[16], n; static int e(int v) { log_[n++] = v; return v; } static int *slot(int i) { e(i + 100); return &log_[15]; }
int main(void) { int a[4] = { 0 }, i = 1; a[i] = e(3); a[e(2)] += 4; *slot(1) = 8; int x = e(1) ? e(2) : e(3); x += e(5) && e(0) || e(6); for (int k = 0; k < n; k++) out(log_[k]); out(x); out(a[1]); out(a[2]); out(log_[15]); int m = n; n = 0; out(m); (void)e(9); out(log_[0]); int q = (e(1), e(2)); out(q); int w = a[1]; a[1] = 50; out(w); struct { int f; } s = { 1 }, *p = &s; int old = p->f; p->f = 2; out(old + p->f * 10); int t = s.f + (s.f = 0, 5); out(s.f); return t * 0; }
