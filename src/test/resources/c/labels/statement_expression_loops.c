void out(long v);

#define FIND(v, n, x) ({ __label__ found; int __i; for (__i = 0; __i < (n); __i++) if ((v)[__i] == (x)) goto found; __i = -1; found: __i; })
int main(void) { int v[] = { 4, 8, 15, 16, 23, 42 }, w[] = { 1, 15 }; out(FIND(v, 6, 15));
	out(FIND(v, 6, 7)); out(FIND(v, 6, w[FIND(w, 2, 15)])); out(FIND(w, 2, 1) + FIND(v, 6, 42) * 10);
	return 0; }
