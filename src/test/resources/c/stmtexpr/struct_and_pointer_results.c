void out(long v);

struct s { long a[3]; }; static struct s mk(long v) { return (struct s){ { v, v + 1, v + 2 } }; }
int main(void) { long l = ({ struct s t = mk(5); t.a[1] *= 2; t; }).a[1]; struct s x = ({ mk(8); }), y;
	out(l); out(x.a[2]); y = ({ struct s z = x; z.a[0] = 1; z; }); out(y.a[0] + y.a[1]);
	long *p = ({ &y.a[2]; }); *p = 3; out(y.a[2]); *({ p--; p; }) = 77; out(y.a[1]); out(({ x; }).a[0]);
	int v[2] = { 1, 2 }; out(({ v; })[1]); return 0; }
