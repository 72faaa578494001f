void out(long v);

static void sort(int *a, int n, int (*cmp)(const void *, const void *)) { for (int i = 1; i < n; i++) { int v = a[i], j = i; while (j > 0 && cmp(&a[j - 1], &v) > 0) { a[j] = a[j - 1]; j--; } a[j] = v; } }
static int up(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
static int down(const void *a, const void *b) { int x = *(int *)a, y = *(int *)b; return x < y ? 1 : x > y ? -1 : 0; }
static int bsearch_(const int *a, int n, int v) { int lo = 0, hi = n; while (lo < hi) { int m = lo + (hi - lo) / 2; if (a[m] < v) lo = m + 1; else hi = m; } return lo < n && a[lo] == v ? lo : -1; }
int main(void) { int a[] = { 5, -3, 9, 0, 7, 7, -8 }; int n = sizeof a / sizeof *a; sort(a, n, up); for (int i = 0; i < n; i++) out(a[i]); out(bsearch_(a, n, 7)); out(bsearch_(a, n, 6)); sort(a, n, down); out(a[0]); out(a[6]); return 0; }
