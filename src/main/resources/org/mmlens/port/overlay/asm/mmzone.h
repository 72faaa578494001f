/* arch mmlens: nodes are found through one table. */
#ifndef _ASM_MMLENS_MMZONE_H
#define _ASM_MMLENS_MMZONE_H
#ifdef CONFIG_NUMA
extern struct pglist_data *node_data[];
#define NODE_DATA(nid) (node_data[nid])
#endif
#endif
