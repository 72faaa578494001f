package org.mmlens.c.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;

/// `_Generic(control, type: value, default: value)` (C11 §6.5.1.1).
public final class GenericSelection extends ExtraExpression {
  private final IASTExpression control;
  private final List<Association> associations;

  GenericSelection(IASTExpression control, List<Association> associations) {
    this.control = control;
    this.associations = List.copyOf(associations);
    typeIds().forEach(this::adopt);
    expressions().forEach(this::adopt);
  }

  /// {@return the expression whose type chooses; it is not evaluated}
  public IASTExpression control() {
    return control;
  }

  /// {@return the alternatives in order}
  public List<Association> associations() {
    return associations;
  }

  @Override
  List<IASTExpression> expressions() {
    var all = new ArrayList<IASTExpression>();
    all.add(control);
    associations.stream()
        .filter(a -> a.value().getParent() == null || a.value().getParent() == this)
        .forEach(a -> all.add(a.value()));
    return all;
  }

  @Override
  List<IASTTypeId> typeIds() {
    return associations.stream().flatMap(a -> a.type().stream()).toList();
  }

  /// One alternative.
  ///
  /// @param type the type it is for; absent for `default`
  /// @param value its expression
  public record Association(Optional<IASTTypeId> type, IASTExpression value) {}
}
