package org.mmlens.c.lower;

import java.util.List;
import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTInitializerClause;
import org.eclipse.cdt.core.dom.ast.IASTInitializerList;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.c.ICASTArrayDesignator;
import org.eclipse.cdt.core.dom.ast.c.ICASTDesignatedInitializer;
import org.eclipse.cdt.core.dom.ast.c.ICASTDesignator;
import org.eclipse.cdt.core.dom.ast.c.ICASTFieldDesignator;
import org.eclipse.cdt.core.dom.ast.gnu.c.IGCCASTArrayRangeDesignator;
import org.mmlens.c.parse.CParser;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.IntKind;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;

/// Follows an initialiser through the parts of an object: braces, braces left out, designators (C11
/// §6.7.9p17–23).
final class InitialiserWalk {
  private static final long NO_END = Long.MAX_VALUE;

  private final Lowering at;
  private final Initialisers.Sink sink;
  private long highest;

  InitialiserWalk(Lowering at, Initialisers.Sink sink) {
    this.at = at;
    this.sink = sink;
  }

  /// The clauses of one pair of braces, as far as they are used up.
  private static final class Cursor {
    private final List<IASTInitializerClause> clauses;
    private int next;

    Cursor(List<IASTInitializerClause> clauses) {
      this.clauses = clauses;
    }

    boolean hasNext() {
      return next < clauses.size();
    }

    IASTInitializerClause peek() {
      return clauses.get(next);
    }
  }

  /// A part of a struct, union or array.
  private record Part(
      CType type, long offset, Optional<Record.Bits> bits, long structOffset, long around) {}

  /// {@return how many elements an initialiser gives an array}
  long length(CType element, IASTInitializerClause clause) {
    Optional<byte[]> text = text(clause);
    if (text.isPresent() && isChar(element)) {
      return text.get().length + 1L;
    }
    if (!(clause instanceof IASTInitializerList list)) {
      throw at.refuse("initialiser", clause, "braces expected to initialise an array");
    }
    if (list.getClauses().length == 1 && isChar(element)) {
      Optional<byte[]> inner = text(list.getClauses()[0]);
      if (inner.isPresent()) {
        return inner.get().length + 1L;
      }
    }
    highest = 0;
    fill(new CType.Array(element, java.util.OptionalLong.of(NO_END)), 0, cursor(list), 0, true);
    return highest;
  }

  private static Cursor cursor(IASTInitializerList list) {
    return new Cursor(List.of(list.getClauses()));
  }

  /// Initialises an object of a type that is complete.
  void object(CType type, long offset, IASTInitializerClause clause) {
    whole(new Part(type, offset, Optional.empty(), offset, 0), clause);
  }

  private void whole(Part part, IASTInitializerClause clause) {
    CType type = part.type().plain();
    if (clause instanceof IASTInitializerList list) {
      braced(part, list);
    } else if (type instanceof CType.Array(var element, _) && isChar(element)) {
      Optional<byte[]> text = text(clause);
      if (text.isEmpty()) {
        throw at.refuse("initialiser", clause, "string literal expected");
      }
      sink.text(part.offset(), Layouts.size(type).orElse(0), text.get());
    } else if (type instanceof Record) {
      sink.aggregate(part.offset(), type, (IASTExpression) clause);
    } else {
      scalar(part, (IASTExpression) clause);
    }
  }

  private void scalar(Part part, IASTExpression e) {
    long offset = part.bits().isPresent() ? part.structOffset() : part.offset();
    sink.scalar(new Initialisers.Slot(offset, part.type(), part.bits(), part.around()), e);
  }

  private void braced(Part part, IASTInitializerList list) {
    CType type = part.type().plain();
    boolean aggregate = type instanceof Record || type instanceof CType.Array;
    if (!aggregate) {
      if (list.getClauses().length > 0) {
        IASTInitializerClause first = list.getClauses()[0];
        if (first instanceof ICASTDesignatedInitializer) {
          throw at.refuse(
              "initialiser", first, "designator of a part of '%s', which has none".formatted(type));
        }
        whole(part, first);
      }
      return;
    }
    if (type instanceof CType.Array(var element, _)
        && isChar(element)
        && list.getClauses().length == 1
        && text(list.getClauses()[0]).isPresent()) {
      whole(part, list.getClauses()[0]);
      return;
    }
    long before = highest;
    fill(type, part.offset(), cursor(list), 0, true);
    highest = before;
  }

  /// Fills the parts of an aggregate from `first` on. Without braces of its own it ends with its
  /// last part, or at a designator, which belongs to the braces around.
  private void fill(CType type, long base, Cursor cursor, long first, boolean ownBraces) {
    long i = first;
    while (cursor.hasNext()) {
      if (cursor.peek() instanceof ICASTDesignatedInitializer d) {
        if (!ownBraces) {
          return;
        }
        cursor.next++;
        i = designated(type, base, d, 0, cursor) + 1;
      } else {
        if (i >= count(type)) {
          if (!ownBraces) {
            return;
          }
          cursor.next++;
          continue;
        }
        take(part(type, base, i), cursor);
        i++;
      }
      if (ownBraces) {
        highest = Math.max(highest, i);
      }
      if (!ownBraces && i >= count(type)) {
        return;
      }
    }
  }

  private static long count(CType type) {
    return switch (type.plain()) {
      case CType.Array(_, var length) -> length.orElse(NO_END);
      case Record r -> r.isUnion() ? 1 : members(r).size();
      default -> 1;
    };
  }

  private static List<Record.Member> members(Record r) {
    return r.layout()
        .orElseThrow(() -> new Unlowerable("initialiser of incomplete type '" + r + "'"))
        .members();
  }

  private Part part(CType type, long base, long i) {
    if (type.plain() instanceof CType.Array(var element, _)) {
      long offset = base + i * at.arithmetic().size(element);
      return new Part(element, offset, Optional.empty(), offset, 0);
    }
    Record r = (Record) type.plain();
    Record.Member m = members(r).get((int) i);
    return new Part(m.type(), base + m.offset(), m.bits(), base, r.layout().orElseThrow().bytes());
  }

  /// Initialises one part from the clauses ahead.
  private void take(Part part, Cursor cursor) {
    IASTInitializerClause clause = cursor.peek();
    CType type = part.type().plain();
    boolean spread =
        !(clause instanceof IASTInitializerList)
            && (type instanceof CType.Array || type instanceof Record)
            && !isWhole(type, clause);
    if (spread) {
      fill(type, part.offset(), cursor, 0, false);
      return;
    }
    cursor.next++;
    whole(part, clause);
  }

  private boolean isWhole(CType type, IASTInitializerClause clause) {
    if (type instanceof CType.Array(var element, _)) {
      return isChar(element) && text(clause).isPresent();
    }
    return clause instanceof IASTExpression e && at.typeOf(e).plain().equals(type);
  }

  /// {@return the index of the part that the designator at `depth` names}
  private long designated(
      CType type, long base, ICASTDesignatedInitializer d, int depth, Cursor cursor) {
    ICASTDesignator designator = d.getDesignators()[depth];
    return switch (designator) {
      case ICASTFieldDesignator f -> field(type, base, d, depth, f, cursor);
      case IGCCASTArrayRangeDesignator range -> {
        long from = index(range.getRangeFloor());
        long to = index(range.getRangeCeiling());
        for (long i = from; i <= to; i++) {
          inside(part(type, base, i), d, depth, cursor);
        }
        yield to;
      }
      case ICASTArrayDesignator array -> {
        long i = index(array.getSubscriptExpression());
        inside(part(type, base, i), d, depth, cursor);
        yield i;
      }
      default -> throw new Unlowerable("designator");
    };
  }

  private long field(
      CType type,
      long base,
      ICASTDesignatedInitializer d,
      int depth,
      ICASTFieldDesignator f,
      Cursor cursor) {
    String name = f.getName().toString();
    if (!(type.plain() instanceof Record r)) {
      throw at.refuse("not-a-struct", f, "member '" + name + "' in something not a struct");
    }
    List<Record.Member> members = members(r);
    for (int i = 0; i < members.size(); i++) {
      Record.Member m = members.get(i);
      Part part = part(type, base, i);
      if (m.name().equals(name)) {
        inside(part, d, depth, cursor);
        return r.isUnion() ? 0 : i;
      }
      if (m.name().isEmpty()
          && m.type().plain() instanceof Record inner
          && inner.member(name).isPresent()) {
        long last = designated(inner, part.offset(), d, depth, cursor);
        fill(inner, part.offset(), cursor, last + 1, false);
        return r.isUnion() ? 0 : i;
      }
    }
    throw at.refuse("no-member", f, "'" + r + "' has no member '" + name + "'");
  }

  private void inside(Part part, ICASTDesignatedInitializer d, int depth, Cursor cursor) {
    if (depth + 1 < d.getDesignators().length) {
      CType inner = part.type().plain();
      long last = designated(inner, part.offset(), d, depth + 1, cursor);
      if (last + 1 < count(inner)) {
        fill(inner, part.offset(), cursor, last + 1, false);
      }
      return;
    }
    CType target = part.type().plain();
    IASTInitializerClause operand = d.getOperand();
    boolean spread =
        !(operand instanceof IASTInitializerList)
            && (target instanceof CType.Array || target instanceof Record)
            && !isWhole(target, operand);
    if (spread) {
      fill(target, part.offset(), new Cursor(List.of(operand)), 0, false);
    } else {
      whole(part, operand);
    }
  }

  private long index(IASTExpression e) {
    return at.constant(e).orElseThrow(() -> new Unlowerable("designator that is not constant"));
  }

  private static boolean isChar(CType element) {
    return element.plain() instanceof CType.Int(var kind)
        && (kind == IntKind.CHAR || kind == IntKind.SCHAR || kind == IntKind.UCHAR);
  }

  private static Optional<byte[]> text(IASTInitializerClause clause) {
    return clause instanceof IASTExpression e
            && Expressions.strip(e) instanceof IASTLiteralExpression literal
            && literal.getKind() == IASTLiteralExpression.lk_string_literal
        ? Optional.of(Literals.string(new String(literal.getValue()).replace(CParser.ROOT, "")))
        : Optional.empty();
  }
}
