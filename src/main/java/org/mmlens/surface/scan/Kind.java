package org.mmlens.surface.scan;

/// What a name of file scope can stand for.
public enum Kind {
  /// A function that gets a symbol, or at least may.
  FUNCTION("function"),
  /// A function that is `static` and `inline`: in a header, a body for every file that includes it.
  INLINE("static inline function"),
  /// A macro with or without parameters.
  MACRO("macro"),
  /// An object.
  VARIABLE("variable"),
  /// A structure type.
  STRUCT("struct"),
  /// A union type.
  UNION("union"),
  /// An enumeration type.
  ENUM("enum"),
  /// A constant of an enumeration.
  ENUMERATOR("enumerator"),
  /// A name for a type.
  TYPEDEF("typedef");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /// {@return the word for it in messages}
  public String word() {
    return word;
  }

  /// {@return whether it can be called by its name}
  public boolean callable() {
    return this == FUNCTION || this == INLINE || this == MACRO;
  }

  /// {@return whether it is a type with members}
  public boolean aggregate() {
    return this == STRUCT || this == UNION || this == ENUM;
  }
}
