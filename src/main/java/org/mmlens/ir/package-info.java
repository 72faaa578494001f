/// The typed control-flow graph that C is lowered to: functions, blocks, instructions, with the C
/// line of each.
///
/// A [org.mmlens.ir.Function] is a list of blocks; a block is a list of
/// [instructions][org.mmlens.ir.Instruction] and one [terminator][org.mmlens.ir.Terminator];
/// operands are [expressions][org.mmlens.ir.Expr] without side effects. Aggregates never appear as
/// values: they live in memory and the graph moves them with
/// [copies][org.mmlens.ir.Instruction.Copy]. All of C's conversions are explicit, so a reader of
/// the graph needs no C type. What stays of C types is [org.mmlens.ir.StructLayout], by which an
/// observer finds `vma->vm_start` in memory.
///
/// The graph knows neither the parser it came from nor the machine that runs it. Sources: ISO/IEC
/// 9899:2011 (C11), the GNU C extensions manual, the System V ABI for x86-64 (layout).
@NullMarked
package org.mmlens.ir;

import org.jspecify.annotations.NullMarked;
