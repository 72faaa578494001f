void out(long v);

#define LIST(X) X(RED, 3) X(GREEN, 5) X(BLUE, 9)
enum {
#define X(n, v) C_##n,
LIST(X)
#undef X
C_MAX };
#define X(n, v) [C_##n] = v,
static const int val[] = { LIST(X) };
#undef X
#define X(n, v) static int get_##n(void) { return v * 2; }
LIST(X)
#undef X
int main(void) { out(C_MAX); out(val[C_GREEN]); out(get_BLUE());
#define X(n, v) + v
out(0 LIST(X)); return 0; }
