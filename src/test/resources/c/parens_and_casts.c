void out(long v);

typedef int T; static int f(int x) { return x + 1; } static int y = 4;
int main(void) { int a = 10, b = 3; int *p = &a; out((a) - b); out((a) + (b)); out((T)-b); out((T)(a)); out((f)(2)); out((y) * 2); out((a) & b); out((T)*p); out((T)&y != 0); out(sizeof(T)); out(sizeof(a)); out(sizeof (a) - 1); out(((a))); out(-(a)); out((unsigned char)(a) * b); out((T)+1); out((*p)); out((f)((y))); out((a)-(b)-(1)); T (z) = 3; out(z); T *(q) = &z; out(*q); return 0; }
