package org.mmlens.c;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mmlens.c.lower.Unit;
import org.mmlens.diag.Diagnostic;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.StructLayout;

/// What a program asks of a translation unit.
sealed interface TranslationUnit permits LoweredUnit, RememberedUnit {

  /// {@return the `.c` files the unit is made of}
  List<String> files();

  /// {@return whether the unit is made of a file or includes it}
  boolean reads(String path);

  /// {@return the function that a C name means here}
  Optional<Unit.FunctionName> functionNamed(String name);

  /// {@return the function of that symbol, or empty if its body is not here}
  Optional<Function> function(String symbol);

  /// {@return the object of that symbol, or empty if it is not defined here}
  Optional<Global> global(String symbol);

  /// {@return why an object defined here could not be built}
  Optional<String> whyBroken(String symbol);

  /// {@return an object that is only declared here, as one of zeros}
  Optional<Global> declared(String symbol);

  /// {@return the layout of a struct, union or typedef of one}
  Optional<StructLayout> layout(String tag);

  /// {@return the value of an enumerator or constant macro}
  Optional<Long> constant(String name);

  /// {@return the lines of a file that no `#if` around them holds for}
  BitSet skipped(String path);

  /// {@return what is wrong in those files, as far as the unit reads them}
  List<Diagnostic> check(Collection<String> paths);
}
