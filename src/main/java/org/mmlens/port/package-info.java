/// Linux on a machine that is Java: "arch mmlens".
///
/// Two halves. [org.mmlens.port.Architecture] turns a kernel tree that knows nothing of mmlens into
/// one that compiles for it: `asm/` and `generated/` headers of our own, laid over the tree, and a
/// default configuration. [org.mmlens.port.KernelModels] answers the functions below which there is
/// no C that could be run: slab and page allocator, locks, RCU, TLB flushes, `memcpy()`, printk;
/// one class for each kernel header, every method annotated with [org.mmlens.port.KernelFunction].
/// The page `docs/kernel-model.md` is made from those annotations.
///
/// What a header of the tree says is taken from the tree; nothing here knows a kernel version.
/// Names and prototypes are those of Linux 6.1 to 6.12 and of the fixture tree. Sources:
/// `Documentation/` and `include/asm-generic/` of those versions (what an architecture must
/// supply), Intel SDM vol. 3A, chapter "Paging".
@NullMarked
package org.mmlens.port;

import org.jspecify.annotations.NullMarked;
