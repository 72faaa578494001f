void out(long v);

#define __cleanup(f) __attribute__((cleanup(f)))
static int log_; static void put(int *p) { log_ = log_ * 10 + *p; } static void unlock(int **p) { if (*p) {
		**p -= 1; log_ = log_ * 10 + 9; } }
#define guard(l) int *__g __cleanup(unlock) = ({ (l) += 1; &(l); })
static int lock; static int f(int n) { int a __cleanup(put) = 1; if (n == 0) return lock; {
		int b __cleanup(put) = 2; guard(lock); if (n == 1) return lock * 10; if (n == 2) goto out; }
	out: ; int c __cleanup(put) = 3; return c + lock; }
static int g(void) { int i, s = 0; for (i = 0; i < 4; i++) { int x __cleanup(put) = i; if (i == 1) continue;
		if (i == 3) break; s += x; } return s; }
int main(void) { int i; for (i = 0; i < 4; i++) { log_ = 0; out(f(i)); out(log_); out(lock); } log_ = 0;
	out(g()); out(log_); return 0; }
