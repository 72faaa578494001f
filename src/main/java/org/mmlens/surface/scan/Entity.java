package org.mmlens.surface.scan;

import java.util.List;
import java.util.Optional;

/// One declaration or definition of one name.
///
/// @param kind what the name stands for
/// @param name the name
/// @param role whether this says what it is or only that it is
/// @param linkage who else can mean it
/// @param place where it stands
/// @param shape what it looks like
public record Entity(Kind kind, String name, Role role, Linkage linkage, Place place, Shape shape) {

  /// Definition or mere declaration.
  public enum Role {
    /// A body, an initialiser, members, a replacement list; also an object without `extern`.
    DEFINITION,
    /// A prototype or an `extern`.
    DECLARATION
  }

  /// C11 §6.2.2.
  public enum Linkage {
    /// Other translation units can link to it.
    EXTERNAL,
    /// `static`, a macro, or a type: each translation unit has its own.
    INTERNAL
  }

  /// What an entity looks like.
  ///
  /// @param signature its type
  /// @param members of a structure, union or enumeration, in order
  /// @param body the tokens of its body, one blank between them, its own name written `@`; empty
  ///   for declarations
  /// @param attributes attributes, sections and the macro that declares it, as written
  /// @param doc the kernel-doc comment above
  public record Shape(
      Signature signature,
      List<Parameter> members,
      String body,
      List<String> attributes,
      Optional<KernelDoc> doc) {

    /// Copies the lists.
    public Shape {
      members = List.copyOf(members);
      attributes = List.copyOf(attributes);
    }
  }

  /// {@return the file}
  public String path() {
    return place.path();
  }

  /// {@return whether this is a definition}
  public boolean definition() {
    return role == Role.DEFINITION;
  }

  /// {@return whether the file is a header}
  public boolean inHeader() {
    return path().endsWith(".h");
  }

  /// {@return whether only the file itself can mean it}
  public boolean local() {
    return linkage == Linkage.INTERNAL && !inHeader();
  }
}
