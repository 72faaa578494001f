void out(long v);

static int f(int a) { int r = 0; if (a == 1) { r = 1; goto mid; } else if (a == 2) { r = 2; } else { r = 3;
mid: r += 10; } again: if (r < 30 && a) { r += 7; goto again; } return r; }
int main(void) { out(f(0)); out(f(1)); out(f(2)); out(f(3)); return 0; }
