/*
 * arch mmlens: CONFIG_TRACEPOINTS is off, so no file defines trace events;
 * read once for all files of a unit, the tree's header would undo macros
 * that files after it still need.
 */
#undef CREATE_TRACE_POINTS
