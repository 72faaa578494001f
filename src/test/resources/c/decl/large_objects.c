void out(long v);

static unsigned char big[70000]; static int mat[40][50]; struct l { char pad[5000]; int v; };
static struct l ls = { .v = 3 };
static int f(struct l x) { return x.v + x.pad[4999]; }
int main(void) { int i, j, s = 0; struct l loc = ls; for (i = 0; i < 70000; i += 997) big[i] = i;
	for (i = 0; i < 70000; i += 997) s += big[i]; out(s); for (i = 0; i < 40; i++) for (j = 0; j < 50;
	j++) mat[i][j] = i ^ j; for (i = 0; i < 40; i++) s += mat[i][49 - i]; out(s); loc.pad[4999] = 7;
	out(f(loc)); out(f(ls)); out(sizeof(loc)); return 0; }
