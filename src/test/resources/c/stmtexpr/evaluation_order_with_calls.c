void out(long v);

static int n; static int tick(int v) { n = n * 10 + v; return v; }
int main(void) { int a = ({ tick(1); tick(2); }) - ({ tick(3); }); out(a); out(n); n = 0; int b[3] = {
		({ tick(4); }), ({ tick(5); }), ({ tick(6) * 2; }) }; out(b[2]); out(n); n = 0;
	out(tick(1) ? ({ tick(2); 20; }) : ({ tick(3); 30; })); out(n); n = 0;
	out(({ tick(1) && tick(0); }) || ({ tick(7); })); out(n); return 0; }
