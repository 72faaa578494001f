/// The simulated computer: physical memory, page-table walker and TLB, page and slab allocators,
/// locks, RCU, faults to inject, and the record of what happened.
///
/// Entry type: [org.mmlens.machine.Machine]. Everything a program can change hangs off one machine
/// and is undone by [org.mmlens.machine.Machine#reset]; nothing is static, nothing reads the clock,
/// and two machines given the same calls hold the same bytes.
///
/// It knows nothing of C, of the graph C is lowered to, or of the layout of any kernel structure:
/// it deals in addresses, frames and names. Sources: Intel SDM vol. 3A, chapter "Paging" (entry
/// format, walk, TLB); `Documentation/dev-tools/kasan.rst` and `kmsan.rst` of Linux 6.12 (the names
/// of memory errors).
@NullMarked
package org.mmlens.machine;

import org.jspecify.annotations.NullMarked;
