void out(long v);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wfoo"
#pragma GCC optimize("O2")
#define DO_PRAGMA(x) _Pragma(#x)
DO_PRAGMA(GCC diagnostic pop)
struct s { char c; int i; };
int main(void) { out(sizeof(struct s)); return 0; }
