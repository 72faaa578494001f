void out(long v);

enum e { A, B, C, D = 7 };
enum n { M = -1, N = 1 };
struct s { enum e a : 3; enum n b : 2; enum e c : 8; };
int main(void)
{
	struct s x = { B, M, D }; int i;
	out(x.a); out(x.b); out(x.c); x.a = D; x.b = N; out(x.a); out(x.b); for (i = 0; i < 9; i++) { x.a = i;
		out(x.a); } out(sizeof(x)); out(x.a - 5 < 0); out(x.c == D);
	return 0;
}
