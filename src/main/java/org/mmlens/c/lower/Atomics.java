package org.mmlens.c.lower;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.mmlens.c.type.CType;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.CompareOp;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;

/// `__sync_…` and `__atomic_…` (GNU C extensions manual): plain accesses, for one thread runs.
final class Atomics {
  private static final Pattern FETCH_FIRST =
      Pattern.compile("__(?:sync|atomic)_fetch_and_(\\w+)|__atomic_fetch_(\\w+)");
  private static final Pattern FETCH_LAST =
      Pattern.compile("__sync_(\\w+)_and_fetch|__atomic_(\\w+)_fetch");

  private final Lowering at;
  private final Graph graph;
  private final int line;

  Atomics(Lowering at, int line) {
    this.at = at;
    this.graph = at.graph();
    this.line = line;
  }

  static boolean takes(String name) {
    return name.startsWith("__sync_") || name.startsWith("__atomic_");
  }

  Value call(String name, List<IASTExpression> args) {
    return switch (name) {
      case "__sync_synchronize", "__atomic_thread_fence", "__atomic_signal_fence" ->
          new Value.Nothing();
      case "__atomic_load_n" -> new Value.Number(object(args).type().plain(), old(object(args)));
      case "__atomic_load" -> copy(object(args), place(args.get(1)), args.get(1));
      case "__atomic_store" -> copy(place(args.get(1)), object(args), args.get(1));
      case "__atomic_store_n" -> {
        Value.Place p = object(args);
        set(p, at.expressions().number(args.get(1)));
        yield new Value.Nothing();
      }
      case "__sync_lock_release" -> {
        set(object(args), Expressions.constant(CType.INT, 0));
        yield new Value.Nothing();
      }
      case "__atomic_exchange_n", "__sync_lock_test_and_set" -> {
        Value.Place p = object(args);
        Expr before = old(p);
        set(p, at.expressions().number(args.get(1)));
        yield new Value.Number(p.type().plain(), before);
      }
      case "__sync_bool_compare_and_swap" -> {
        Swap swap = swap(object(args), args.get(1), args.get(2));
        yield new Value.Number(CType.BOOL, Fold.convert(Scalar.U8, swap.done()));
      }
      case "__sync_val_compare_and_swap" -> {
        Swap swap = swap(object(args), args.get(1), args.get(2));
        yield new Value.Number(swap.place().type().plain(), swap.before());
      }
      case "__atomic_compare_exchange_n" -> compareExchange(args);
      default -> change(name, args);
    };
  }

  private Value.Place object(List<IASTExpression> args) {
    return place(args.getFirst());
  }

  private Value.Place place(IASTExpression pointer) {
    Value.Number n = at.expressions().number(pointer);
    Value.Number once = new Value.Number(n.type(), graph.once(n.expr(), line));
    if (at.expressions().dereference(once, pointer) instanceof Value.Place p
        && (p.type().isInteger() || p.type().isPointer())) {
      return p;
    }
    throw new Unlowerable("atomic access to '" + n.type() + "'");
  }

  private Expr old(Value.Place p) {
    return graph.into(((Value.Number) at.expressions().rvalue(p)).expr(), line);
  }

  private void set(Value.Place p, Value.Number value) {
    Expr e = at.arithmetic().convert(value, p.type()).expr();
    at.assignments().write(p, e, Assignments.Use.DISCARDED, line);
  }

  private Value copy(Value.Place from, Value.Place to, IASTExpression node) {
    at.assignments()
        .store(to, at.expressions().rvalue(from), Assignments.Use.DISCARDED, node, line);
    return new Value.Nothing();
  }

  /// A compare-and-swap that has been done, or not.
  private record Swap(Value.Place place, Expr before, Expr done) {}

  private Swap swap(Value.Place p, IASTExpression expected, IASTExpression wanted) {
    Value.Number e = at.arithmetic().convert(at.expressions().number(expected), p.type());
    Expr old = graph.once(e.expr(), line);
    Value.Number w = at.arithmetic().convert(at.expressions().number(wanted), p.type());
    return swap(p, old, graph.once(w.expr(), line));
  }

  private Swap swap(Value.Place p, Expr expected, Expr wanted) {
    Scalar scalar = p.type().scalar();
    Expr before = old(p);
    Expr same = graph.into(Fold.compare(CompareOp.EQ, scalar, before, expected), line);
    Expr after = Fold.select(scalar, same, wanted, before);
    at.assignments().write(p, after, Assignments.Use.DISCARDED, line);
    return new Swap(p, before, same);
  }

  /// Where it fails, what was found goes where the expected value was.
  private Value compareExchange(List<IASTExpression> args) {
    Value.Place p = object(args);
    Value.Place expected = place(args.get(1));
    Value.Number w = at.arithmetic().convert(at.expressions().number(args.get(2)), p.type());
    Swap swap = swap(p, old(expected), graph.once(w.expr(), line));
    at.assignments().write(expected, swap.before(), Assignments.Use.DISCARDED, line);
    return new Value.Number(CType.BOOL, Fold.convert(Scalar.U8, swap.done()));
  }

  private Value change(String name, List<IASTExpression> args) {
    Matcher first = FETCH_FIRST.matcher(name);
    Matcher last = FETCH_LAST.matcher(name);
    boolean isFirst = first.matches();
    if (!isFirst && !last.matches()) {
      throw new Unlowerable(name);
    }
    Matcher m = isFirst ? first : last;
    BinaryOp op =
        operation(Optional.ofNullable(m.group(1)).orElse(m.group(2)))
            .orElseThrow(() -> new Unlowerable(name));
    Value.Place p = object(args);
    Value.Number operand = at.arithmetic().convert(at.expressions().number(args.get(1)), p.type());
    Register kept = graph.temporary(p.type().scalar());
    graph.emit(new Instruction.Assign(kept, operand.expr(), line));
    Expr before = old(p);
    Scalar scalar = p.type().scalar();
    Expr after =
        graph.into(Fold.convert(scalar, Fold.binary(op, scalar, before, new Expr.Reg(kept))), line);
    at.assignments().write(p, after, Assignments.Use.DISCARDED, line);
    return new Value.Number(p.type().plain(), isFirst ? before : after);
  }

  private static Optional<BinaryOp> operation(String name) {
    return switch (name) {
      case "add" -> Optional.of(BinaryOp.ADD);
      case "sub" -> Optional.of(BinaryOp.SUB);
      case "and" -> Optional.of(BinaryOp.AND);
      case "or" -> Optional.of(BinaryOp.OR);
      case "xor" -> Optional.of(BinaryOp.XOR);
      default -> Optional.empty();
    };
  }
}
