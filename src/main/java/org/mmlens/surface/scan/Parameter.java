package org.mmlens.surface.scan;

/// A parameter of a function or macro, or a member of a structure.
///
/// @param type the type in normal form; of a macro's parameter the empty string; `...` for the
///   ellipsis
/// @param name empty where the declaration leaves it out
public record Parameter(String type, String name) {

  @Override
  public String toString() {
    if (type.isEmpty() || name.isEmpty()) {
      return type + name;
    }
    return type.endsWith("*") ? type + name : type + " " + name;
  }
}
