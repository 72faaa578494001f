package org.mmlens.surface.scan;

/// An `#include` line.
///
/// @param header the name between the delimiters
/// @param quoted whether it is looked for beside the including file first
/// @param place where it stands
public record Include(String header, boolean quoted, Place place) {}
