package org.mmlens.ir;

import java.util.List;
import java.util.Optional;

/// Where the members of a `struct` or `union` lie.
///
/// @param tag `struct mm_struct`, `union thing`, or a typedef's name for an unnamed one
/// @param bytes its size
/// @param align its alignment in bytes
/// @param fields the members in declaration order, those of unnamed members lifted into their
///   parent as C does (C11 §6.7.2.1p13); behind a member whose type has no tag, such as
///   `atomic_long_t`, those of that type, since nothing else finds its layout
public record StructLayout(String tag, long bytes, int align, List<Field> fields) {
  /// Copies the list.
  public StructLayout {
    fields = List.copyOf(fields);
  }

  /// {@return the member of that name}
  ///
  /// @param name one member name; with dots only through types that have no tag
  public Optional<Field> field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  /// One member.
  ///
  /// @param name its C name; for a member of a type without tag, that of the outer member, a dot
  ///   and its own
  /// @param offset bytes from the start of the struct; of the storage unit for a bit-field
  /// @param bytes its size; of the storage unit for a bit-field
  /// @param bits the bits it occupies
  /// @param kind what it is
  /// @param type the C type, for people and for finding the layout of a nested struct
  public record Field(String name, long offset, long bytes, Bits bits, Kind kind, String type) {}

  /// The part of a storage unit that a member occupies.
  ///
  /// @param shift from the least significant bit
  /// @param width in bits; for an ordinary member all of it
  public record Bits(int shift, long width) {}

  /// What a member is.
  public enum Kind {
    /// A signed integer.
    SIGNED,
    /// An unsigned integer, `_Bool` or enumeration.
    UNSIGNED,
    /// A pointer.
    POINTER,
    /// An array.
    ARRAY,
    /// A struct or union; `type` names its layout.
    AGGREGATE
  }
}
