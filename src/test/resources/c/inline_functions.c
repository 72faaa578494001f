void out(long v);

#define inline inline __attribute__((__gnu_inline__)) __attribute__((__unused__))
static inline __attribute__((__always_inline__)) int sq(int x) { return x * x; }
extern inline int ext(int x) { return x + 1; }
int ext(int x) { return x + 1; }
static inline int early(void); static inline int early(void) { return 12; }
static __attribute__((noinline)) int noinl(int a, int b) { return a << b; }
static void __attribute__((noreturn)) die(void) { for (;;) ; }
static int guard(int x) { if (x < 0) die(); return x; }
int main(void) { out(sq(9)); out(ext(1)); out(early()); out(noinl(3, 4)); out(guard(5)); return 0; }
