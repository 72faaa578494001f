void out(long v);

struct in { unsigned x : 4; int y : 4; };
struct out { struct in a; unsigned z : 3; struct in b[2]; };
int main(void)
{
	struct out o = { { 15, -8 }, 5, { { 1, 2 }, { 3, -4 } } }, c;
	c = o; c.b[1].y++; c.a = o.b[1]; out(c.a.x); out(c.a.y); out(c.z); out(c.b[1].y); out(o.b[1].y);
	out(sizeof(o)); out(__builtin_offsetof(struct out, b)); out(__builtin_offsetof(struct out, b[1]));
	return 0;
}
