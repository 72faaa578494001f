void out(long v);

struct s { int a[3]; int n; };
static struct s mk(int k) { return (struct s){ { k, k * 2, k * 3 }, 3 }; }
int main(void) { int i, t = 0; for (i = 0; i < 3; i++) t += mk(i + 1).a[i]; out(t);
	out(mk(4).n + mk(5).a[1]); out(sizeof(mk(1).a)); out((mk(2), mk(3)).a[2]);
	out((t ? mk(6) : mk(7)).a[0]); out((t < 0 ? mk(6) : mk(7)).a[0]); return 0; }
