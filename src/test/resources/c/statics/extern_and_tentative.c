void out(long v);

extern int zz_shared_int; int zz_shared_int = 5; static int t; static int t; static int t = 3; static int u;
extern int zz_fn(int); int zz_fn(int x) { return x + zz_shared_int; }
static int f(void) { extern int zz_shared_int; int zz_local = zz_shared_int; { int zz_shared_int = 9;
		zz_local += zz_shared_int; { extern int zz_fn(int); zz_local += zz_fn(1); } }
	return zz_local; }
int main(void) { out(t); out(u); out(f()); zz_shared_int = 50; out(f()); return 0; }
