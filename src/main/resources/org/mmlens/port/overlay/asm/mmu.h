/* arch mmlens: no address-space identifiers. */
#ifndef _ASM_MMLENS_MMU_H
#define _ASM_MMLENS_MMU_H
typedef struct {
	unsigned long ctx_id;
	void *vdso;
} mm_context_t;
#endif
