/* 250 ticks a second (CONFIG_HZ=250), as ratios without common factor. */
#ifndef KERNEL_TIMECONST_H
#define KERNEL_TIMECONST_H
#if CONFIG_HZ != 250
#error "generated/timeconst.h is written for CONFIG_HZ=250"
#endif
#define HZ_TO_MSEC_NUM 4
#define HZ_TO_MSEC_DEN 1
#define MSEC_TO_HZ_NUM 1
#define MSEC_TO_HZ_DEN 4
#define HZ_TO_USEC_NUM 4000
#define HZ_TO_USEC_DEN 1
#define USEC_TO_HZ_NUM 1
#define USEC_TO_HZ_DEN 4000
#define HZ_TO_NSEC_NUM 4000000
#define HZ_TO_NSEC_DEN 1
#define NSEC_TO_HZ_NUM 1
#define NSEC_TO_HZ_DEN 4000000
#endif
