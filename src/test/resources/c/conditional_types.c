void out(long v);

int main(void) { int i = -1; unsigned u = 2; long l = 3; char c = 4; void *v = &i; int *p = &i; const int *cp = p; out(sizeof(1 ? i : l)); out((0 ? l : i) < 0); out((1 ? i : u) > 0); out(sizeof(1 ? c : c)); out((1 ? p : 0) == p); out((0 ? p : (void *)0) == 0); out(*(1 ? cp : p)); out((1 ? v : p) == v); out(sizeof(*(1 ? p : (void *)0))); out(i ? 5 : 6); out((i < 0 ? -i : i)); out((u > 1 ? l : c) * 2); int k = i == -1 ? ({ i = 9; i; }) : 0; out(k); i ? (void)out(1) : (void)out(2); out((i, u) ? i++ : u--); out(i); out(u); return 0; }
