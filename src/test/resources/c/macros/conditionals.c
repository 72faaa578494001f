void out(long v);

#define A 3
#define HAS_B
#if A > 2 && defined(HAS_B) && !defined(C)
#define R 1
#elif A == 3
#define R 2
#else
#define R 3
#endif
#ifdef C
#error no
#endif
#if (A << 2) == 12 ? 1 : 0
#define S 4
#endif
#if 0
this is not C '
#endif
#undef A
#ifndef A
#define A 9
#endif
#if UNDEFINED_THING
#define U 1
#elif 0x10 == 16 && 'a' == 97 && 1UL
#define U 2
#endif
int main(void) { out(R); out(S); out(A); out(U); out(__LINE__ > 30); out(__LINE__); return 0; }
