package org.mmlens.ir;

/// A local of a function whose address nobody takes: a C variable, a parameter or a temporary.
///
/// @param index its place in [Function#registers()], from 0
/// @param name the C name; empty for a temporary
/// @param type what it holds; every assignment is normalised to it
public record Register(int index, String name, Scalar type) {}
