package org.mmlens.ir;

/// A local that lives in the frame in memory: an aggregate, or a variable whose address is taken.
///
/// Its bytes are uninitialised from each [Instruction.Enter] of it on, and unaddressable before the
/// first and after the function has returned.
///
/// @param index its place in [Function#slots()], from 0
/// @param name the C name; empty for a temporary
/// @param bytes its size in bytes, at least 1
/// @param align its alignment in bytes, a power of two
public record Slot(int index, String name, long bytes, int align) {}
