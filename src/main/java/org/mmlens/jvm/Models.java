package org.mmlens.jvm;

import java.util.Optional;

/// The kernel functions that Java answers.
@FunctionalInterface
public interface Models {

  /// {@return the model of a function}
  ///
  /// @param name its C name
  Optional<Model> model(String name);

  /// {@return no models at all}
  static Models none() {
    return _ -> Optional.empty();
  }
}
