/* arch mmlens: sections of 128 MiB; the memory map itself is one array (vmemmap). */
#ifndef _ASM_MMLENS_SPARSEMEM_H
#define _ASM_MMLENS_SPARSEMEM_H
#define SECTION_SIZE_BITS 27
#define MAX_PHYSADDR_BITS 46
#define MAX_PHYSMEM_BITS 46
#endif
