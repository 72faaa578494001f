/* arch mmlens: no huge mappings in the vmalloc area. */
