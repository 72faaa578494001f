void out(long v);

typedef unsigned long ul; struct s { int v; };
int main(void) { ul a = 1, *b = &a, c[2] = { 2, 3 }; struct s s, *t = &s; int f(int), i = f(2); ul const d = 4; static const int tab[] = { 1, 2 }; register int r = 3; const struct s cs = { 6 }; t->v = 5; out(*b + c[1] + s.v + i + d + tab[1] + r + cs.v); for (ul i = 0, *p = c; i < 2; i++, p++) out(*p); { typedef char ul; out(sizeof(ul)); } out(sizeof(ul)); int u; u = 3; out(u); extern int g; out(g); return 0; }
int f(int x) { return x * 100; }
int g = 55;
