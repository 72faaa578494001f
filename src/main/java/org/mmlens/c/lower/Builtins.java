package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.cdt.core.dom.ast.IASTArraySubscriptExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.mmlens.c.parse.BuiltinCall;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Instruction;
import org.mmlens.ir.Register;
import org.mmlens.ir.Scalar;
import org.mmlens.ir.Terminator;

/// Builtin functions (GNU C extensions manual, "Other Builtins").
final class Builtins {
  private static final String PREFIX = "__builtin_";

  /// Functions of the C library that GCC knows by their plain names too: lowered as ordinary calls.
  private static final Set<String> LIBRARY =
      Set.of(
          "memcpy", "memmove", "memset", "memcmp", "memchr", "strlen", "strcmp", "strncmp",
          "strcpy", "strncpy", "strcat", "strchr", "strrchr", "strstr", "strnlen");

  private final Lowering at;
  private final Graph graph;

  Builtins(Lowering at) {
    this.at = at;
    this.graph = at.graph();
  }

  static boolean takes(String name) {
    return name.startsWith(PREFIX);
  }

  /// {@return the value of a builtin with type names among its arguments}
  Value call(BuiltinCall e) {
    return switch (e.name()) {
      case "__builtin_types_compatible_p" -> {
        CType l = at.types().of(e.types().get(0));
        CType r = at.types().of(e.types().get(1));
        yield Expressions.constant(CType.INT, Conversions.compatible(l, r) ? 1 : 0);
      }
      case "__builtin_offsetof" -> offsetOf(e);
      case "__builtin_va_arg" -> nextArgument(e);
      default -> throw new Unlowerable(e.name());
    };
  }

  private Value offsetOf(BuiltinCall e) {
    Value.Place start =
        new Value.Place(
            at.types().of(e.types().getFirst()),
            new Value.Where.InMemory(Fold.constant(0, Scalar.U64)));
    Value.Place member = designated(start, e.operands().getFirst());
    if (member.where() instanceof Value.Where.InMemory(var address)) {
      return new Value.Number(CType.ULONG, Fold.convert(Scalar.U64, address));
    }
    throw at.refuse("address-of-bits", e, "offset of a bit-field");
  }

  /// A member designator like `a.b[3].c`, which CDT reads as an expression.
  private Value.Place designated(Value.Place start, IASTExpression designator) {
    return switch (Expressions.strip(designator)) {
      case IASTIdExpression id -> memberOf(start, id.getName().toString(), id);
      case IASTFieldReference f ->
          memberOf(designated(start, f.getFieldOwner()), f.getFieldName().toString(), f);
      case IASTArraySubscriptExpression s -> {
        Value array = at.expressions().rvalue(designated(start, s.getArrayExpression()));
        Value.Number index = at.expressions().number((IASTExpression) s.getArgument());
        Value.Number element =
            at.arithmetic().binary(Expr.BinaryOp.ADD, at.expressions().number(array, s), index, s);
        yield (Value.Place) at.expressions().dereference(element, s);
      }
      case IASTExpression other -> throw at.refuse("syntax", other, "member designator expected");
    };
  }

  private Value.Place memberOf(Value.Place p, String name, IASTExpression node) {
    if (p.type().plain() instanceof Record r) {
      return at.expressions().member(p, r, name, node);
    }
    throw at.refuse("not-a-struct", node, "struct or union expected, found '" + p.type() + "'");
  }

  private Value nextArgument(BuiltinCall e) {
    int line = at.line(e);
    CType type = at.types().of(e.types().getFirst());
    Expr list = graph.once(listAddress(e.operands().getFirst()), line);
    Expr at8 = Fold.add(list, VaLists.NEXT);
    Expr next = graph.into(new Expr.Load(Scalar.U64, at8, Expr.Access.PLAIN), line);
    graph.emit(new Instruction.Store(Scalar.U64, at8, Fold.add(next, 8), line));
    if (type.isInteger() || type.isPointer()) {
      Expr value = new Expr.Load(type.scalar(), next, Expr.Access.PLAIN);
      return new Value.Number(type.plain(), graph.into(value, line));
    }
    if (type.isRecord()) {
      Optional<Scalar> only = Layouts.onlyScalar(type);
      if (only.isPresent()) {
        Expr.Reg r =
            (Expr.Reg) graph.into(new Expr.Load(only.get(), next, Expr.Access.PLAIN), line);
        return new Value.Place(type.plain(), new Value.Where.InRegister(r.register()));
      }
      Expr copy = graph.into(new Expr.Load(Scalar.U64, next, Expr.Access.PLAIN), line);
      return new Value.Place(type.plain(), new Value.Where.InMemory(copy));
    }
    throw new Unlowerable("va_arg of type '" + type + "'");
  }

  private Expr listAddress(IASTExpression list) {
    return at.expressions().number(list).expr();
  }

  /// {@return the value of a call of a builtin, or empty if `name` is not one}
  Optional<Value> call(String name, IASTFunctionCallExpression e) {
    if (Atomics.takes(name)) {
      return Optional.of(new Atomics(at, at.line(e)).call(name, Calls.arguments(e)));
    }
    if (!takes(name)) {
      return LIBRARY.contains(name) ? Optional.of(library(name, e)) : Optional.empty();
    }
    List<IASTExpression> args = Calls.arguments(e);
    int line = at.line(e);
    String what = name.substring(PREFIX.length());
    return Optional.of(
        switch (what) {
          case "expect", "expect_with_probability" -> {
            Value.Number n = at.expressions().number(args.get(0));
            at.expressions().effect(args.get(1));
            yield at.arithmetic().convert(n, CType.LONG);
          }
          case "constant_p" -> Expressions.constant(CType.INT, isConstant(args.getFirst()) ? 1 : 0);
          case "choose_expr" -> choose(args, e);
          case "unreachable", "trap" -> {
            graph.stop(new Terminator.Unreachable(line));
            yield new Value.Nothing();
          }
          case "prefetch" -> {
            args.forEach(at.expressions()::effect);
            yield new Value.Nothing();
          }
          case "object_size", "dynamic_object_size" ->
              Expressions.constant(CType.ULONG, at.constant(args.get(1)).orElse(0) < 2 ? -1L : 0);
          case "return_address", "frame_address" -> Expressions.constant(CType.VOID_POINTER, 0);
          case "extract_return_addr" -> at.expressions().number(args.getFirst());
          case "va_start", "c23_va_start" -> start(args.getFirst(), line);
          case "va_end" -> {
            at.expressions().effect(args.getFirst());
            yield new Value.Nothing();
          }
          case "va_copy" -> {
            Expr to = graph.once(listAddress(args.get(0)), line);
            Expr from = listAddress(args.get(1));
            graph.emit(new Instruction.Copy(to, from, VaLists.BYTES, line));
            yield new Value.Nothing();
          }
          case String o when Overflow.takes(o) -> new Overflow(at).checked(o, args, line);
          case "bswap16", "bswap32", "bswap64" ->
              new BitCounts(at).swap(Integer.parseInt(what.substring(5)), args.getFirst(), line);
          case "clz", "clzl", "clzll" -> bits().leadingZeros(counted(what, args, 3), line);
          case "ctz", "ctzl", "ctzll" -> bits().trailingZeros(counted(what, args, 3), line);
          case "ffs", "ffsl", "ffsll" -> bits().firstSet(counted(what, args, 3), line);
          case "popcount", "popcountl", "popcountll" ->
              bits().population(counted(what, args, 8), line);
          case "parity", "parityl", "parityll" -> bits().parity(counted(what, args, 6), line);
          case "clrsb", "clrsbl", "clrsbll" ->
              bits().redundantSigns(signed(what, args.getFirst(), 5), line);
          case "abs" -> magnitude(args.getFirst(), CType.INT, line);
          case "labs", "llabs" -> magnitude(args.getFirst(), CType.LONG, line);
          case "assume_aligned" ->
              at.arithmetic().convert(at.expressions().number(args.getFirst()), CType.VOID_POINTER);
          default -> {
            if (LIBRARY.contains(what)) {
              yield library(what, e);
            }
            throw new Unlowerable(name);
          }
        });
  }

  private BitCounts bits() {
    return new BitCounts(at);
  }

  private Value.Number counted(String what, List<IASTExpression> args, int stem) {
    CType type = what.length() == stem ? CType.UINT : CType.ULONG;
    return at.arithmetic().convert(at.expressions().number(args.getFirst()), type);
  }

  private Value.Number signed(String what, IASTExpression operand, int stem) {
    CType type = what.length() == stem ? CType.INT : CType.LONG;
    return at.arithmetic().convert(at.expressions().number(operand), type);
  }

  private Value magnitude(IASTExpression operand, CType type, int line) {
    Value.Number n = at.arithmetic().convert(at.expressions().number(operand), type);
    Scalar scalar = type.scalar();
    Expr x = graph.once(n.expr(), line);
    Expr negative = Fold.unary(Expr.UnaryOp.NEGATE, scalar, x);
    Expr below = Fold.compare(Expr.CompareOp.LT, scalar, x, Fold.constant(0, scalar));
    return new Value.Number(type, Fold.select(scalar, below, negative, x));
  }

  private boolean isConstant(IASTExpression e) {
    Lowering aside = at.unevaluated();
    try {
      Value v = aside.expressions().rvalue(aside.expressions().lower(e));
      return v instanceof Value.Number(_, var expr) && expr instanceof Expr.Const;
    } catch (Unlowerable _) {
      return false;
    }
  }

  private Value choose(List<IASTExpression> args, IASTFunctionCallExpression e) {
    long condition =
        at.constant(args.get(0))
            .orElseThrow(() -> at.refuse("constant", e, "constant expected as the first argument"));
    return at.expressions().lower(args.get(condition != 0 ? 1 : 2));
  }

  private Value start(IASTExpression list, int line) {
    if (!(at.names().symbol(Functions.VARIABLE_ARGUMENTS).orElse(null)
            instanceof Symbol.Local(var place)
        && place.where() instanceof Value.Where.InRegister(Register first))) {
      throw new Unlowerable("va_start outside of a variadic function");
    }
    Expr area = listAddress(list);
    graph.emit(
        new Instruction.Store(Scalar.U64, Fold.add(area, VaLists.NEXT), new Expr.Reg(first), line));
    return new Value.Nothing();
  }

  private Value library(String name, IASTFunctionCallExpression e) {
    int line = at.line(e);
    var args = new ArrayList<Value.Number>();
    var marks = new ArrayList<Graph.Mark>();
    for (IASTExpression a : Calls.arguments(e)) {
      args.add(at.arithmetic().promote(at.expressions().number(a)));
      marks.add(graph.mark());
    }
    for (int i = args.size() - 1; i >= 0; i--) {
      Value.Number n = args.get(i);
      args.set(i, new Value.Number(n.type(), graph.keep(n.expr(), marks.get(i), line)));
    }
    boolean sized = name.startsWith("mem") && args.size() == 3;
    if (sized) {
      args.set(2, at.arithmetic().convert(args.get(2), CType.ULONG));
    }
    CType result =
        switch (name) {
          case "memcmp", "strcmp", "strncmp" -> CType.INT;
          case "strlen", "strnlen" -> CType.ULONG;
          case "memcpy", "memmove", "memset", "memchr" -> CType.VOID_POINTER;
          default -> new CType.Pointer(CType.CHAR);
        };
    return at.calls().library(name, result, args, line);
  }
}
