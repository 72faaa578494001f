void out(long v);

struct q { char c; unsigned long x : 63; unsigned y : 31; int z : 17; } __attribute__((packed));
static struct q s = { 3, 0x7edcba9876543210UL, 0x5a5a5a5a, -5 };
static struct q t[2] = { { .y = 9 }, { .z = 4, .x = -1 } };
int main(void)
{
	struct q l = { .x = 0x123456789UL, .z = -9 };
	out(s.c); out(s.x); out(s.y); out(s.z); out(t[0].y); out(t[1].x); out(t[1].z); out(l.x); out(l.z); out(l.y);
	l = s; out(l.z); out(sizeof(t));
	return 0;
}
