void out(long v);

struct s { int x; };
int main(void) { struct s a = { 1 }; out(sizeof(struct s)); { struct s { long l[4]; } b = { { 5 } };
		out(sizeof(struct s)); out(b.l[0]); { struct s; struct s *p = 0; out(p == 0); enum { X = 9 };
			out(X); } } enum { X = 4 }; out(X); struct s c = a; out(c.x);
	for (int i = 0; i < 2; i++) { struct t { char q[3]; } t = { { i } }; out(t.q[0] + sizeof(t)); }
	return 0; }
