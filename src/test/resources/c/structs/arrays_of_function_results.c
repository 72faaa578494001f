void out(long v);

struct v { short x, y; }; struct w { struct v a, b; };
static struct v mk(int x, int y) { struct v r = { x, y }; return r; }
static struct w pair(struct v a, struct v b) { return (struct w){ .b = a, .a = b }; }
static int dot(struct v a, struct v b) { return a.x * b.x + a.y * b.y; }
int main(void)
{
	struct v t[3] = { mk(1, 2), mk(3, 4), mk(40000, -1) }; struct w w = pair(t[0], t[1]);
	out(dot(t[0], t[1])); out(t[2].x); out(w.a.x); out(w.b.y); out(pair(w.a, w.b).a.x);
	out(dot(pair(t[1], t[2]).b, mk(2, 2))); t[0] = pair(t[1], t[0]).b; out(t[0].y);
	return 0;
}
