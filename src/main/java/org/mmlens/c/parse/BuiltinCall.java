package org.mmlens.c.parse;

import java.util.List;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;

/// A builtin with type names among its arguments: `__builtin_offsetof(type, member)`,
/// `__builtin_va_arg(list, type)`, `__builtin_types_compatible_p(type, type)`.
public final class BuiltinCall extends ExtraExpression {
  private final String name;
  private final List<IASTTypeId> types;
  private final List<IASTExpression> operands;

  BuiltinCall(String name, List<IASTTypeId> types, List<IASTExpression> operands) {
    this.name = name;
    this.types = List.copyOf(types);
    this.operands = List.copyOf(operands);
    this.types.forEach(this::adopt);
    this.operands.forEach(this::adopt);
  }

  /// {@return the builtin's name}
  public String name() {
    return name;
  }

  /// {@return the type names, in order}
  public List<IASTTypeId> types() {
    return types;
  }

  /// {@return the operands that are expressions, in order}
  public List<IASTExpression> operands() {
    return operands;
  }

  @Override
  List<IASTExpression> expressions() {
    return operands;
  }

  @Override
  List<IASTTypeId> typeIds() {
    return types;
  }
}
