/* What programs made by Csmith call: arithmetic without undefined behaviour, and a sum of results. */
void out(long v);

typedef signed char int8_t;
typedef short int16_t;
typedef int int32_t;
typedef long int64_t;
typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned int uint32_t;
typedef unsigned long uint64_t;

#define BITS(type) (8 * sizeof(type))

#define SAFE_COMMON(type, s) \
	static type safe_unary_minus_func_##type##_##s(type a) { return -a; } \
	static type safe_add_func_##type##_##s##_##s(type a, type b) { return a + b; } \
	static type safe_sub_func_##type##_##s##_##s(type a, type b) { return a - b; } \
	static type safe_mul_func_##type##_##s##_##s(type a, type b) \
	{ \
		return (uint64_t)a * (uint64_t)b; \
	} \
	static type safe_lshift_func_##type##_##s##_s(type a, int b) \
	{ \
		return b < 0 || (unsigned)b >= BITS(type) ? a : a << b; \
	} \
	static type safe_lshift_func_##type##_##s##_u(type a, unsigned b) \
	{ \
		return b >= BITS(type) ? a : a << b; \
	} \
	static type safe_rshift_func_##type##_##s##_s(type a, int b) \
	{ \
		return b < 0 || (unsigned)b >= BITS(type) ? a : a >> b; \
	} \
	static type safe_rshift_func_##type##_##s##_u(type a, unsigned b) \
	{ \
		return b >= BITS(type) ? a : a >> b; \
	}

#define SAFE_SIGNED(type) \
	SAFE_COMMON(type, s) \
	static type safe_div_func_##type##_s_s(type a, type b) { return b == 0 || b == -1 ? a : a / b; } \
	static type safe_mod_func_##type##_s_s(type a, type b) { return b == 0 || b == -1 ? a : a % b; }

#define SAFE_UNSIGNED(type) \
	SAFE_COMMON(type, u) \
	static type safe_div_func_##type##_u_u(type a, type b) { return b == 0 ? a : a / b; } \
	static type safe_mod_func_##type##_u_u(type a, type b) { return b == 0 ? a : a % b; }

SAFE_SIGNED(int8_t)
SAFE_SIGNED(int16_t)
SAFE_SIGNED(int32_t)
SAFE_SIGNED(int64_t)
SAFE_UNSIGNED(uint8_t)
SAFE_UNSIGNED(uint16_t)
SAFE_UNSIGNED(uint32_t)
SAFE_UNSIGNED(uint64_t)

static uint32_t crc32_context;
static uint64_t csmith_sum;
static int csmith_count;

static void transparent_crc(uint64_t v, const char *name, int flag)
{
	csmith_sum = csmith_sum * 1000003 + v;
	if (csmith_count++ < 100)
		out(v);
}

static void transparent_crc_bytes(const void *p, int n, const char *name, int flag)
{
	const unsigned char *c = p;

	while (n--)
		transparent_crc(*c++, name, flag);
}

#define printf(...) ((void)0)
#define platform_main_begin()
#define crc32_gentab()
#define platform_main_end(crc, flag) (out(csmith_sum), out(csmith_count))
