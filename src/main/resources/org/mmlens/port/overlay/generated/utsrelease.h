#define UTS_RELEASE "mmlens"
