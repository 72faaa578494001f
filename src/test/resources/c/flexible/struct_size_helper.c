void out(long v);

#define struct_size(p, m, n) (sizeof(*(p)) + sizeof(*(p)->m) * (n))
#define flex_array_size(p, m, n) (sizeof(*(p)->m) * (n))
struct e { short a; long b; }; struct v { char c; struct e e[]; };
static long room[32];
int main(void) { struct v *v = (void *)room; int n = 3; out(struct_size(v, e, n));
	out(flex_array_size(v, e, 2)); v->e[n - 1] = (struct e){ -2, 7 }; out(v->e[2].a + v->e[2].b);
	out((char *)&v->e[1].b - (char *)v); struct e *q = v->e; out(q + 2 == &v->e[2]); return 0; }
