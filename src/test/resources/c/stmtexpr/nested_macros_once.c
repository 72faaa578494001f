void out(long v);

#define once(x) ({ static int __done; int __r = !__done; if (__r) { __done = 1; x; } __r; })
#define swap(a, b) do { typeof(a) __t = (a); (a) = (b); (b) = __t; } while (0)
#define READ_ONCE(x) ({ *(const volatile typeof(x) *)&(x); })
#define abs(x) ({ typeof(x) __x = (x); __x < 0 ? -__x : __x; })
static int n; static int f(void) { return once(n += 5); }
int main(void) { int a = 3, b = -4, i; for (i = 0; i < 3; i++) out(f()); out(n); swap(a, b); out(a);
	out(abs(a) + abs(b)); out(abs(abs(a) - 10)); out(READ_ONCE(a));
	for (i = 0; i < 3; i++) out(once((void)0)); long l = -5; out(abs(l--)); out(l); return 0; }
