void out(long v);

#define MAX_ERRNO 4095
#define IS_ERR_VALUE(x) ((unsigned long)(void *)(x) >= (unsigned long)-MAX_ERRNO)
static inline void *ERR_PTR(long e) { return (void *)e; } static inline long PTR_ERR(const void *p) {
	return (long)p; } static inline _Bool IS_ERR(const void *p) { return IS_ERR_VALUE((unsigned long)p);
} static inline _Bool IS_ERR_OR_NULL(const void *p) { return !p || IS_ERR_VALUE((unsigned long)p); }
static int obj; static int *get(int n) { return n < 0 ? ERR_PTR(n) : n == 0 ? 0 : &obj; }
int main(void) { int i; for (i = -2; i < 2; i++) { int *p = get(i); out(IS_ERR(p)); out(IS_ERR_OR_NULL(p));
		out(IS_ERR(p) ? PTR_ERR(p) : 0); } out(IS_ERR(ERR_PTR(-4095))); out(IS_ERR(ERR_PTR(-4096)));
	out((int)PTR_ERR(ERR_PTR(-12))); return 0; }
