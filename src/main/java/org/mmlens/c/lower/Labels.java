package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.ASTVisitor;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclarationStatement;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTLabelStatement;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStatement;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.mmlens.c.type.CType;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Scalar;

/// The labels of one function: which one a name means at a place, for blocks may have their own by
/// `__label__`; and the values that GNU C gives labels.
final class Labels {
  static final Labels NONE = new Labels();

  /// Values of labels are constants nothing can be read at; in one function they differ.
  private static final long FIRST_VALUE = 0xffff_ffff_f000_0000L;

  private static final int STEP = 16;

  private final Map<IASTNode, Set<String>> declared = new IdentityHashMap<>();
  private final Map<Key, IASTLabelStatement> places = new LinkedHashMap<>();
  private final Set<IASTLabelStatement> asValues = new HashSet<>();
  private final List<IASTLabelStatement> order = new ArrayList<>();

  private Labels() {}

  /// A name and the block that declares it by `__label__`; the body of the function for others.
  private record Key(IASTNode block, String name) {}

  static Labels of(IASTNode body) {
    var result = new Labels();
    var visitor = new Visitor(result);
    body.accept(visitor);
    for (IASTLabelStatement l : visitor.labels) {
      result.places.put(result.key(l.getName().toString(), l), l);
      result.order.add(l);
    }
    for (IASTUnaryExpression use : visitor.uses) {
      result.find(name(use), use).ifPresent(result.asValues::add);
    }
    return result;
  }

  /// {@return the name in `&&name`}
  static String name(IASTUnaryExpression labelReference) {
    return labelReference.getOperand() instanceof IASTIdExpression id
        ? id.getName().toString()
        : "";
  }

  private Key key(String name, IASTNode from) {
    IASTNode top = from;
    for (IASTNode n = from; n != null; n = n.getParent()) {
      if (declared.getOrDefault(n, Set.of()).contains(name)) {
        return new Key(n, name);
      }
      top = n;
    }
    return new Key(top, name);
  }

  /// {@return the label that a name means at a node}
  Optional<IASTLabelStatement> find(String name, IASTNode from) {
    return Optional.ofNullable(places.get(key(name, from)));
  }

  /// {@return the labels whose values are used}
  List<IASTLabelStatement> asValues() {
    return order.stream().filter(asValues::contains).toList();
  }

  /// {@return the value of a label}
  Expr.Const value(IASTLabelStatement label) {
    return new Expr.Const(FIRST_VALUE + (long) STEP * order.indexOf(label), Scalar.U64);
  }

  /// {@return what `&&name` means}
  Value valueOf(IASTUnaryExpression e, Lowering at) {
    String name = name(e);
    IASTLabelStatement label =
        find(name, e)
            .orElseThrow(() -> at.refuse("label", e, "label '" + name + "' is not defined"));
    return new Value.Number(CType.VOID_POINTER, value(label));
  }

  private static final class Visitor extends ASTVisitor {
    private final Labels result;
    private final List<IASTLabelStatement> labels = new ArrayList<>();
    private final List<IASTUnaryExpression> uses = new ArrayList<>();

    Visitor(Labels result) {
      this.result = result;
      shouldVisitStatements = true;
      shouldVisitExpressions = true;
    }

    @Override
    public int visit(IASTStatement s) {
      switch (s) {
        case IASTLabelStatement l -> labels.add(l);
        case IASTCompoundStatement block -> declare(block);
        default -> {}
      }
      return PROCESS_CONTINUE;
    }

    private void declare(IASTCompoundStatement block) {
      for (IASTStatement s : block.getStatements()) {
        if (s instanceof IASTDeclarationStatement d
            && d.getDeclaration() instanceof IASTSimpleDeclaration simple
            && simple.getDeclSpecifier() instanceof IASTNamedTypeSpecifier named
            && named.getName().toString().equals("__label__")) {
          var names = result.declared.computeIfAbsent(block, _ -> new HashSet<>());
          Arrays.stream(simple.getDeclarators())
              .map((IASTDeclarator declarator) -> declarator.getName().toString())
              .forEach(names::add);
        }
      }
    }

    @Override
    public int visit(IASTExpression e) {
      if (e instanceof IASTUnaryExpression u
          && u.getOperator() == IASTUnaryExpression.op_labelReference) {
        uses.add(u);
      }
      return PROCESS_CONTINUE;
    }
  }
}
