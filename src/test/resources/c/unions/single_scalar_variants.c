void out(long v);

union a { unsigned long x; long y; void *p; }; union b { unsigned int u; int i; }; struct w { union b b; };
static union b flip(union b v) { v.i = -v.i; return v; }
int main(void)
{
	union a a = { .y = -5 }; union b b = { .u = 4000000000u }; struct w w = { { .i = -1 } };
	out(a.x > 100); out(a.y); out(b.i); out(flip(b).u); out(flip(flip(b)).i); out(w.b.u); w.b = flip(w.b);
	out(w.b.u); a.p = &w; out(((struct w *)a.p)->b.i); a.x++; out((char *)a.p - (char *)&w);
	union b *pb = &w.b; pb->i = 12; out(w.b.u);
	return 0;
}
