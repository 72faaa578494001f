#ifndef _UAPI_LINUX_PEEK_H
#define _UAPI_LINUX_PEEK_H
#define PEEK_READ 1
#endif
