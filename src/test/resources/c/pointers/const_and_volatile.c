void out(long v);

int main(void) { const int c = 5; int v = 6; const int *p = &c; int *const q = &v; volatile int *w = &v;
	const volatile int *cv = &v; const int *const *pp = &p; out(*p); p = &v; *q = 8; out(*p); *w += 1;
	out(*cv); out(**pp); out(*(int *)p); const char *s = "ab"; const char **ps = &s; (*ps)++; out(*s);
	return 0; }
