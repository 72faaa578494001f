void out(long v);

#define _THIS_IP_ ({ __label__ __here; __here: (unsigned long)&&__here; })
static int used(unsigned long ip) { return ip != 0; }
int main(void) { unsigned long a = _THIS_IP_, b = _THIS_IP_; out(used(a)); out(used(b)); return 0; }
