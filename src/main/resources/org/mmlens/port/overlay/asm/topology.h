/* arch mmlens: every CPU and every frame belongs to node 0. */
#ifndef _ASM_MMLENS_TOPOLOGY_H
#define _ASM_MMLENS_TOPOLOGY_H
#ifdef CONFIG_NUMA
#define cpu_to_node(cpu) ((void)(cpu), 0)
#define cpumask_of_node(node) ((void)(node), cpu_online_mask)
#endif
#include <asm-generic/topology.h>
#endif
