void out(long v);

#define WAIT(n) ({ __label__ again, over; int __c = 0; again: if (__c >= (n)) goto over; __c++; goto again; over: __c; })
int main(void)
{
	int a = WAIT(3) + WAIT(5) * 10, i; out(a); out(WAIT(WAIT(2) + 1));
	for (i = 0; i < 2; i++) { __label__ l; if (i) goto l; out(1); l: out(2); { __label__ l; goto l; out(3);
			l: out(4); } }
	return 0;
}
