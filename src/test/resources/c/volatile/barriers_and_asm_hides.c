void out(long v);

#define barrier() __asm__ __volatile__("" : : : "memory")
#define OPTIMIZER_HIDE_VAR(v) __asm__("" : "=r"(v) : "0"(v))
#define RELOC_HIDE(p, o) ({ unsigned long __ptr; __asm__("" : "=r"(__ptr) : "0"(p)); (typeof(p))(__ptr + (o)); })
int main(void) { int x = 5; unsigned long u = 7; int v[3] = { 1, 2, 3 }; barrier(); OPTIMIZER_HIDE_VAR(x);
	out(x); OPTIMIZER_HIDE_VAR(u); out(u); out(*RELOC_HIDE(&v[0], 8));
	asm volatile("" : : "r"(x), "m"(u) : "memory"); asm volatile("" : "+r"(x), "+r"(u)); out(x + u);
	asm volatile("" :: "r"(x) : "memory"); asm("" : [o] "+r"(x) :: "cc"); asm volatile(""); asm("");
	out(x); return 0; }
