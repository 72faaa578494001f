package org.mmlens.surface.scan;

import java.util.List;
import java.util.stream.Collectors;

/// The type of a symbol in normal form: storage classes, attributes and spacing do not show.
public sealed interface Signature {

  /// A function, or a macro with parameters.
  ///
  /// @param result the type returned; empty for a macro
  /// @param parameters in order; none for `(void)`
  record Callable(String result, List<Parameter> parameters) implements Signature {
    /// Copies the list.
    public Callable {
      parameters = List.copyOf(parameters);
    }
  }

  /// An object, a type or a macro without parameters.
  ///
  /// @param type its type; empty for a macro and for a type with members
  record Plain(String type) implements Signature {}

  /// {@return the types alone, which is what has to agree between declarations}
  default String types() {
    return switch (this) {
      case Plain(String type) -> type;
      case Callable(String result, List<Parameter> parameters) ->
          parameters.stream()
              .map(p -> p.type().isEmpty() ? p.name() : p.type())
              .collect(Collectors.joining(", ", result + "(", ")"));
    };
  }

  /// {@return the parameters; none for what cannot be called}
  default List<Parameter> parameterList() {
    return switch (this) {
      case Plain _ -> List.of();
      case Callable(_, List<Parameter> parameters) -> parameters;
    };
  }
}
