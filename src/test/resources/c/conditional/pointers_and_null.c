void out(long v);

struct s { int a; };
int main(void) { struct s x = { 3 }, *p = &x, *q; int i; const char *s; for (i = 0; i < 2; i++) {
		q = i ? p : 0; out(q ? q->a : -1); q = i ? (void *)0 : p; out(q != 0);
		void *v = i ? (void *)p : (void *)&i; out(v == p); s = i ? "yes" : "no"; out(s[0]);
		out((i ? p : &(struct s){ 9 })->a); out(sizeof(i ? p : 0));
		out((unsigned long)(i ? p : 0) != 0); } return 0; }
