void out(long v);

typedef unsigned long long u64; typedef signed long long s64; typedef unsigned int u32;
typedef signed int s32; typedef unsigned short u16; typedef unsigned char u8;
static u64 shl(u32 v, u8 n) { return (u64)v << n; }
static s64 diff(u64 a, u64 b) { return a - b; }
static u32 lo(u64 v) { return v; }
static u32 hi(u64 v) { return v >> 32; }
int main(void)
{
	out(shl(-1, 31)); out(diff(3, 5)); out(diff(3, 5) < 0); out(lo(0x123456789aULL)); out(hi(0x123456789aULL));
	out((u16)(u8)-1); out((s32)(u16)-1); out((u64)(s32)0x80000000);
	return 0;
}
