void out(long v);

struct s { char c; int v[5]; struct { long l; short h; } in; unsigned b : 5; };
static void dirty(void) { volatile long a[32]; int i; for (i = 0; i < 32; i++) a[i] = -1; }
static long f(void) { struct s x = { 1 }; int v[6] = { 3 }; char t[9] = "q"; long s = x.in.l + x.in.h + x.b;
	int i; for (i = 0; i < 5; i++) s += x.v[i] * 10; for (i = 1; i < 6; i++) s += v[i] * 100;
	for (i = 1; i < 9; i++) s += t[i] * 1000; return s + x.c + v[0]; }
int main(void) { dirty(); out(f()); struct s z = { }, y = { 0 }; out(z.v[4] + y.in.l); return 0; }
