void out(long v);

#define cond_max(a, b) ({ int __a = (a), __b = (b); __a > __b ? __a : __b; })
int main(void) { int i = 0, n = 0; while (({ i++; i < 6; })) n += i; out(n);
	for (i = 0; ({ int k = i * i; k < 30; }); ({ i++; })) n++; out(n);
	if (({ int t = n; t & 1; })) out(1); else out(2); do n -= ({ 3; }); while (({ n > 0; })); out(n);
	switch (({ n + 2; })) { case 2: out(22); break; case 1: out(11); break; case 0: out(0); }
	out(cond_max(cond_max(1, 2), cond_max(4, 3))); out(!({ n; })); return 0; }
