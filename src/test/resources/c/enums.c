void out(long v);

enum a { A, B, C = 10, D };
enum neg { N = -1, P };
enum big { HUGE = 0x100000000, ONE = 1 };
enum __attribute__((packed)) pk0 { X0 };
enum pk { X, Y = 200 } __attribute__((packed));
struct s { enum pk p; enum a a : 4; };
int main(void)
{
	enum a e = D;
	enum neg n = N;
	out(A); out(B); out(D); out(sizeof(enum a)); out(sizeof(enum neg)); out(sizeof(enum big));
	out(e > -1); out(n < 0); out((enum a)-1 > 0);
	out(sizeof(HUGE)); out(HUGE >> 30); out(sizeof(enum pk)); out(sizeof(struct s));
	enum pk p = Y; out(p);
	e++; out(e);
	out(sizeof(A)); out(P - N);
	enum { L = sizeof(int) * 2, M = L + 1 }; out(M);
	int arr[M]; out(sizeof arr);
	return 0;
}
