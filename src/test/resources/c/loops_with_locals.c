void out(long v);

int main(void) { int total = 0; for (int i = 0; i < 4; i++) { int x; int y = i; struct { int a, b; } s = { i }; int arr[3] = { [1] = i }; x = y * 2; s.b += x; arr[2] += s.b + arr[1] + arr[0]; total = total * 7 + arr[2] + s.a; s.b = arr[0] = 99; } out(total); int *last = 0; for (int i = 0; i < 3; i++) { int v = i * 5; if (last == 0 || i == 2) { last = &v; total = *last; } } out(total); return 0; }
