package org.mmlens.jvm;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.mmlens.ir.Function;

/// What an executable is made of.
///
/// @param compiled the functions that run from source, in the order they were found
/// @param shared the symbols of those whose code is that of another program
/// @param models the models that can be called, by C name
/// @param unresolved the names of functions and variables that something refers to and nobody has,
///   each with the functions that use it
/// @param holes C that could not be translated, by function symbol, each with its lines
/// @param nanos time spent generating and loading code, in nanoseconds
public record Linkage(
    List<Function> compiled,
    SortedSet<String> shared,
    SortedMap<String, Model> models,
    SortedMap<String, List<String>> unresolved,
    SortedMap<String, List<String>> holes,
    long nanos) {}
