void out(long v);

static int n; static int step(int k, int fail) { return k == fail ? -k * 4 : 0; } static void undo(int k) {
	n = n * 10 + k; }
static int setup(int fail) { int err; err = step(1, fail); if (err) goto out;
	if ((err = step(2, fail))) goto undo1; err = step(3, fail); if (err < 0) goto undo2; return 0;
	undo2: undo(2); undo1: undo(1); out: return err; }
int main(void) { int i; for (i = 0; i < 5; i++) { n = 0; out(setup(i)); out(n); } return 0; }
