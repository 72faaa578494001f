void out(long v);

static void set(int **pp, int *v) { *pp = v; }
static void alloc(void ***ppp, void **slot) { *ppp = slot; }
int main(void)
{
	int a = 1, b = 2, *p = &a, **pp = &p, ***ppp = &pp; void *slot = &b, **vp = 0;
	out(***ppp); set(pp, &b); out(*p); **ppp = &a; out(*p); ***ppp = 9; out(a); alloc(&vp, &slot);
	out(*(int *)*vp); out(*pp == &a); int *t[3] = { &a, &b, 0 }; int **w = t; out(**w + **(w + 1));
	out(t[2] == 0); w++; out(**w); out(*w[-1]);
	return 0;
}
