void out(long v);

struct lock { int held; int id; };
static void unlock(struct lock **l) { if (*l) { (*l)->held--; out(1000 + (*l)->id); } }
static void freeit(int *p) { out(*p); }
#define guard(l) struct lock *g __attribute__((cleanup(unlock))) = (l); if (g) g->held++
static int f(struct lock *l, int x)
{
	guard(l);
	if (x == 1) return l->held;
	for (int i = 0; i < 3; i++) {
		int t __attribute__((__cleanup__(freeit))) = i;
		if (i == x - 2) break;
		if (x == 9) continue;
		if (x == 8) goto done;
	}
	{ int u __attribute__((cleanup(freeit))) = 77; int w __attribute__((cleanup(freeit))) = 78; }
done:
	return x + l->held;
}
int main(void)
{
	struct lock l = { 0, 1 };
	out(f(&l, 1)); out(f(&l, 2)); out(f(&l, 3)); out(f(&l, 9)); out(f(&l, 8)); out(l.held);
	return 0;
}
