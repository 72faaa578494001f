void out(long v);

#define min(x, y) ({ typeof(x) _x = (x); typeof(y) _y = (y); (void)(&_x == &_y); _x < _y ? _x : _y; })
#define max_t(t, x, y) ({ t _x = (x); t _y = (y); _x > _y ? _x : _y; })
#define clamp(v, lo, hi) min((typeof(v))max_t(typeof(v), v, lo), hi)
#define min_not_zero(x, y) ({ typeof(x) __x = (x); typeof(y) __y = (y); __x == 0 ? __y : (__y == 0 ? __x : min(__x, __y)); })
int main(void)
{
	int a = -5, b = 3, n = 0; unsigned long c = 7, d = 0;
	out(min(a, b)); out(min(a++, b)); out(a); out(max_t(unsigned, a, b)); out(max_t(long, a, b));
	out(clamp(a, 0, 10)); out(clamp(b, 0, 2)); out(min_not_zero(c, d)); out(min_not_zero(d, c));
	out(min(min(a, b), n)); out(max_t(unsigned char, 256, 3));
	return 0;
}
