void out(long v);

#define max(a, b) ({ typeof(a) _a = (a); typeof(b) _b = (b); _a > _b ? _a : _b; })
#define container_of(p, t, m) ({ void *__p = (void *)(p); (t *)(__p - __builtin_offsetof(t, m)); })
struct o { int a; struct { int x; } in; };
static int calls;
static int next(void) { return ++calls; }
int main(void)
{
	struct o o = { 5, { 6 } };
	int *x = &o.in.x;
	out(max(next(), 0)); out(calls);
	out(max(3, max(9, 4)));
	out(container_of(x, struct o, in.x)->a);
	out(({ int t = 4; t * t; }) + ({ 1; }));
	out(({ if (calls) calls = 8; calls; }));
	({ out(77); });
	int y = ({ int i; for (i = 0; i < 5; i++) if (i == 3) break; i; });
	out(y);
	out(next() + ({ calls = 100; calls; }) * 0 + calls * 0 >= 0);
	__auto_type z = max(2L, 1L);
	out(sizeof z); out(z);
	out(({ __auto_type q = &o; q->a; }));
	return 0;
}
