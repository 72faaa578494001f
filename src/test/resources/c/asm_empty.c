void out(long v);

#define barrier() __asm__ __volatile__("" : : : "memory")
#define HIDE(v) __asm__("" : "=r"(v) : "0"(v))
#define HIDE2(v) asm volatile("" : "+r"(v))
#define RELOC(p, o) ({ unsigned long __ptr; __asm__("" : "=r"(__ptr) : "0"(p)); (typeof(p))(__ptr + (o)); })
int main(void)
{
	int x = 5; int a[4] = { 1, 2, 3, 4 }; int *p = a;
	barrier(); HIDE(x); out(x); HIDE2(x); out(x); out(*RELOC(p, 8)); barrier();
	return 0;
}
