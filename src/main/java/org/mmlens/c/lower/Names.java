package org.mmlens.c.lower;

import java.util.Optional;
import org.mmlens.c.type.CType;

/// The names that can be seen from a place.
interface Names {

  /// {@return what a name stands for}
  Optional<Symbol> symbol(String name);

  /// {@return the struct, union or enumeration of that tag}
  Optional<CType> tag(String name);

  /// {@return the struct, union or enumeration of that tag, if this very scope declares it}
  Optional<CType> ownTag(String name);

  /// Declares a name here.
  void declare(String name, Symbol symbol);

  /// Declares a tag here.
  void declareTag(String name, CType type);

  /// {@return whether this is the file scope}
  boolean isFile();
}
