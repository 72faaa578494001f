void out(long v);

static int __attribute__((unused)) a = 1;
static __attribute__((aligned(8))) int b __attribute__((unused)) = 2; struct __attribute__((packed)) p {
	char c; int i; }; struct q { char c; int i; } __attribute__((packed));
typedef int u32a __attribute__((aligned(2))); struct r { char c; u32a v; };
static int __attribute__((noinline, unused)) f(int x __attribute__((unused)), int y) { return y; }
static void __attribute__((constructor)) ctor_unused(void) { } static int g(void) __attribute__((pure));
static int g(void) { return 5; }
int main(void) { int l __attribute__((unused)) = 3; out(a + b); out(sizeof(struct p)); out(sizeof(struct q));
	out(sizeof(struct r)); out(f(1, 2)); out(g()); switch (l) { case 3: l++;
		__attribute__((fallthrough)); case 4: out(l); } lab: __attribute__((unused)); return 0; }
