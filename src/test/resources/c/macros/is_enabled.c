void out(long v);

#define __ARG_PLACEHOLDER_1 0,
#define __take_second_arg(__ignored, val, ...) val
#define __is_defined(x) ___is_defined(x)
#define ___is_defined(val) ____is_defined(__ARG_PLACEHOLDER_##val)
#define ____is_defined(arg1_or_junk) __take_second_arg(arg1_or_junk 1, 0)
#define CONFIG_ONE 1
#define CONFIG_ZERO 0
int main(void) { out(__is_defined(CONFIG_ONE)); out(__is_defined(CONFIG_NOT));
	out(__is_defined(CONFIG_ZERO)); if (__is_defined(CONFIG_ONE)) out(5); return 0; }
