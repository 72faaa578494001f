/* arch mmlens: no system-call wrappers. */
