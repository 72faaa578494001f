void out(long v);

struct node { int v; struct node *next; struct { struct node *left, *right; } rb; int arr[3]; };
int main(void)
{
	struct node a = { 1 }, b = { 2, &a }, c = { 3, &b, { &a, &b }, { 7, 8, 9 } }; struct node **pp;
	out(c.next->next->v); out(c.rb.right->next->v); pp = &c.next; *pp = &a; out(c.next->v); (*pp)->v = 44;
	out(a.v); pp = &c.rb.left; (*pp)->rb.right = &c; out(a.rb.right->arr[1]);
	out((*pp)->rb.right->arr[2]); (&c)->arr[0]++; out(*c.arr); out((&c.arr[1])[1]);
	out(c.rb.left->rb.right == &c);
	return 0;
}
