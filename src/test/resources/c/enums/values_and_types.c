void out(long v);

enum a { A0, A1, A5 = 5, A6, AM = -3, AN }; enum b { B0 = 1u << 31, B1 }; enum c { C = 0x100000000 };
enum d { D = -1, D2 = 0x7fffffff }; enum e { E = 'a', E2 = E << 2, E3 = sizeof(int) };
enum __attribute__((packed)) f { F, F2 = 200 }; enum __attribute__((packed)) g { G = -1, G2 = 127 };
int main(void) { enum a x = A6; enum f f = F2; out(A1); out(A6); out(AN); out(B0); out(B1); out(C); out(D2);
	out(E2); out(E3); out(sizeof(enum a)); out(sizeof(enum b)); out(sizeof(enum c)); out(sizeof(enum f));
	out(sizeof(enum g)); out(sizeof(A0)); out(sizeof(B0)); out(sizeof(C)); out(x - 7);
	out((enum b)-1 > 0); out((enum d)-1 < 0); out((enum e)-1 > 0); out(x > -1); out(f + 100); f++;
	out(f); f += 100; out(f); out((enum a)-1 < A0); return 0; }
