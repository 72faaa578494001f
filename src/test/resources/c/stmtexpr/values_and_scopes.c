void out(long v);

int main(void)
{
	int x = 3; out(({ int x = 5; x * 2; })); out(({ int y = x; { int x = 9; y += x; } y; }));
	out(({ ({ x + 1; }) + ({ x + 2; }); })); out(({ x++; x; }) + 10); out(x);
	int z = ({ int s = 0, i; for (i = 0; i < 5; i++) s += i; s; }); out(z);
	out(({ unsigned char c = 255; c; }) + 1); out(sizeof(({ (char)1; }))); ({ x = 50; }); out(x);
	out(({ ; 7; })); out(({ if (x > 3) x = 1; x; })); out(({ struct { int a, b; } p = { 4, 6 }; p; }).b);
	return 0;
}
