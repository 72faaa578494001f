void out(long v);

#define FIRST(a, ...) a
#define REST(a, ...) __VA_ARGS__
#define SUM3(a, b, c) ((a) + (b) * 10 + (c) * 100)
#define CALL(f, ...) f(__VA_ARGS__)
#define COUNT(...) (sizeof((int[]){ 0, ##__VA_ARGS__ }) / sizeof(int) - 1)
#define NAMED(args...) SUM3(args)
#define STRS(...) #__VA_ARGS__
int main(void) { out(FIRST(1, 2, 3)); out(SUM3(1, 2, 3)); out(CALL(SUM3, 4, 5, 6)); out(COUNT());
	out(COUNT(9)); out(COUNT(9, (1, 2), 3)); out(NAMED(7, 8, 9)); out(sizeof(STRS(a, b,  c)));
	out((REST(1, 2, 3))); out(FIRST((1, 2), 3)); return 0; }
