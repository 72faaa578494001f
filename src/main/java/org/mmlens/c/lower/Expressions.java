package org.mmlens.c.lower;

import java.util.Optional;
import org.eclipse.cdt.core.dom.ast.IASTArraySubscriptExpression;
import org.eclipse.cdt.core.dom.ast.IASTBinaryExpression;
import org.eclipse.cdt.core.dom.ast.IASTCastExpression;
import org.eclipse.cdt.core.dom.ast.IASTCompoundStatement;
import org.eclipse.cdt.core.dom.ast.IASTConditionalExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTExpressionList;
import org.eclipse.cdt.core.dom.ast.IASTFieldReference;
import org.eclipse.cdt.core.dom.ast.IASTFunctionCallExpression;
import org.eclipse.cdt.core.dom.ast.IASTIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTLiteralExpression;
import org.eclipse.cdt.core.dom.ast.IASTNode;
import org.eclipse.cdt.core.dom.ast.IASTProblemExpression;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdInitializerExpression;
import org.eclipse.cdt.core.dom.ast.IASTUnaryExpression;
import org.eclipse.cdt.core.dom.ast.gnu.IGNUASTCompoundStatementExpression;
import org.mmlens.c.parse.BuiltinCall;
import org.mmlens.c.parse.CParser;
import org.mmlens.c.parse.GenericSelection;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Conversions;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Expr.Access;
import org.mmlens.ir.Expr.BinaryOp;
import org.mmlens.ir.Expr.UnaryOp;
import org.mmlens.ir.Scalar;

/// Expressions (C11 §6.5): what they denote, and the code that computes it.
final class Expressions {
  private final Lowering at;

  Expressions(Lowering at) {
    this.at = at;
  }

  /// {@return what an expression denotes; its side effects are emitted}
  Value lower(IASTExpression node) {
    return switch (node) {
      case IASTLiteralExpression e -> literal(e);
      case IASTIdExpression e -> name(e);
      case IASTUnaryExpression e -> unary(e);
      case IASTBinaryExpression e -> new Operations(at).binary(e);
      case IASTConditionalExpression e -> new Choices(at).conditional(e);
      case IASTFunctionCallExpression e -> call(e);
      case IASTFieldReference e -> member(e);
      case IASTArraySubscriptExpression e -> subscript(e);
      case IASTCastExpression e -> cast(e);
      case IASTTypeIdInitializerExpression e -> at.initialisers().compoundLiteral(e);
      case IASTTypeIdExpression e -> new TypeQuestions(at).ofTypeName(e);
      case IGNUASTCompoundStatementExpression e -> statementExpression(e.getCompoundStatement());
      case IASTExpressionList e -> comma(e);
      case GenericSelection e -> new TypeQuestions(at).generic(e);
      case BuiltinCall e -> new Builtins(at).call(e);
      case IASTProblemExpression e -> throw at.refuse("syntax", e, "expression expected");
      default -> throw new Unlowerable("expression '" + at.unit().parsed().text(node) + "'");
    };
  }

  /// Evaluates for the side effects only.
  void effect(IASTExpression node) {
    switch (strip(node)) {
      case IASTBinaryExpression e when Assignments.isAssignment(e.getOperator()) ->
          at.assignments().assign(e, Assignments.Use.DISCARDED);
      case IASTUnaryExpression e when Assignments.isStep(e.getOperator()) ->
          at.assignments().step(e, Assignments.Use.DISCARDED);
      case IASTExpressionList list -> {
        for (IASTExpression e : list.getExpressions()) {
          effect(e);
        }
      }
      case IASTFunctionCallExpression e -> call(e);
      case IASTExpression e -> discard(lower(e), at.line(e));
    }
  }

  /// A discarded value is still read: the read may be volatile, or of a bad address.
  private void discard(Value v, int line) {
    if (v instanceof Value.Number(_, var expr) && Fold.loads(expr)) {
      at.graph().into(expr, line);
    } else if (v instanceof Value.Place(var type, Value.Where.InMemory(var _))
        && type.isVolatile()
        && (type.isInteger() || type.isPointer())) {
      at.graph().into(((Value.Number) rvalue(v)).expr(), line);
    }
  }

  /// {@return the expression without parentheses}
  static IASTExpression strip(IASTExpression node) {
    return node instanceof IASTUnaryExpression u
            && u.getOperator() == IASTUnaryExpression.op_bracketedPrimary
        ? strip(u.getOperand())
        : node;
  }

  /// {@return the number or pointer an expression evaluates to}
  Value.Number number(IASTExpression node) {
    return number(lower(node), node);
  }

  Value.Number number(Value value, IASTNode node) {
    Value v = rvalue(value);
    if (v instanceof Value.Number n) {
      return n;
    }
    if (v instanceof Value.Wide || v.type().plain() instanceof CType.Opaque) {
      throw new Unlowerable("value of type '" + v.type() + "' here");
    }
    throw at.refuse(
        "scalar-expected", node, "scalar value expected, found type '" + v.type() + "'");
  }

  /// Lvalue, array and function conversion (C11 §6.3.2.1); aggregates stay in their place.
  Value rvalue(Value v) {
    return switch (v) {
      case Value.Number n -> n;
      case Value.Wide n -> n;
      case Value.Nothing n -> n;
      case Value.Code(var type, var address) -> new Value.Number(new CType.Pointer(type), address);
      case Value.Place(var type, var where) when type.plain() instanceof CType.Array(var e, _) ->
          new Value.Number(new CType.Pointer(element(type, e)), address(where));
      case Value.Place p when p.type().isInteger() || p.type().isPointer() ->
          new Value.Number(p.type().plain(), read(p));
      case Value.Place(var type, Value.Where.InMemory(var address)) when Int128.is(type) ->
          new Int128(at.graph(), 0)
              .load(type, address, type.isVolatile() ? Access.VOLATILE : Access.PLAIN);
      case Value.Place p -> p;
    };
  }

  /// {@return the element type, with the qualifiers of its array}
  private static CType element(CType array, CType element) {
    return array instanceof CType.Qualified(_, var c, var v, _) ? element.with(c, v) : element;
  }

  private static Expr address(Value.Where where) {
    return switch (where) {
      case Value.Where.InMemory(var address) -> address;
      case Value.Where.InRegister _, Value.Where.InBits _ ->
          throw new Unlowerable("address of a register or bit-field");
    };
  }

  private Expr read(Value.Place p) {
    Scalar scalar = p.type().scalar();
    return switch (p.where()) {
      case Value.Where.InRegister(var r) -> Fold.convert(scalar, new Expr.Reg(r));
      case Value.Where.InMemory(var address) ->
          new Expr.Load(scalar, address, p.type().isVolatile() ? Access.VOLATILE : Access.PLAIN);
      case Value.Where.InBits b -> Fold.convert(scalar, BitFields.read(b));
    };
  }

  /// {@return the one scalar a small struct consists of}
  Expr scalarOf(Value.Place aggregate, Scalar scalar) {
    return switch (aggregate.where()) {
      case Value.Where.InRegister(var r) -> Fold.convert(scalar, new Expr.Reg(r));
      case Value.Where.InMemory(var address) -> new Expr.Load(scalar, address, Access.PLAIN);
      case Value.Where.InBits _ -> throw new IllegalStateException();
    };
  }

  private Value literal(IASTLiteralExpression e) {
    String spelt = new String(e.getValue());
    return switch (e.getKind()) {
      case IASTLiteralExpression.lk_integer_constant -> {
        Optional<Literals.Int> n = Literals.integer(spelt);
        if (n.isEmpty()) {
          throw at.refuse("constant", e, "integer constant expected, found '" + spelt + "'");
        }
        yield constant(n.get().type(), n.get().value());
      }
      case IASTLiteralExpression.lk_char_constant -> constant(CType.INT, Literals.character(spelt));
      case IASTLiteralExpression.lk_string_literal ->
          string(Literals.string(spelt.replace(CParser.ROOT, "")));
      case IASTLiteralExpression.lk_float_constant ->
          throw new Unlowerable("floating-point constant");
      default -> throw new Unlowerable("constant '" + spelt + "'");
    };
  }

  static Value.Number constant(CType type, long value) {
    return new Value.Number(type, Fold.constant(value, type.scalar()));
  }

  Value.Place string(byte[] bytes) {
    String symbol = at.unit().literal(bytes);
    CType type = new CType.Array(CType.CHAR, java.util.OptionalLong.of(bytes.length + 1L));
    return new Value.Place(type, new Value.Where.InMemory(new Expr.GlobalAddress(symbol, 0)));
  }

  private Value name(IASTIdExpression e) {
    String name = e.getName().toString();
    Optional<Symbol> symbol = at.unit().visible(at.names(), name, e);
    if (symbol.isEmpty()) {
      if (name.equals("__func__")
          || name.equals("__FUNCTION__")
          || name.equals("__PRETTY_FUNCTION__")) {
        return string(at.frame().name().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      throw at.refuse("undeclared", e, "'" + name + "' is not declared");
    }
    return switch (symbol.get()) {
      case Symbol.Local(var place) -> place;
      case Symbol.Enumerator(var type, var value) -> constant(type, value);
      case Symbol.Static(var s, var type) ->
          new Value.Place(type, new Value.Where.InMemory(new Expr.GlobalAddress(s, 0)));
      case Symbol.Function f -> new Value.Code(f.type(), new Expr.FunctionAddress(f.symbol()));
      case Symbol.Broken(var why) -> throw new Unlowerable(why);
      case Symbol.Typedef _ ->
          throw at.refuse("type-as-value", e, "expression expected, found type '" + name + "'");
    };
  }

  /// {@return whether the expression is just a name that means a type here}
  Optional<CType> typeName(IASTExpression node) {
    return strip(node) instanceof IASTIdExpression id
            && at.unit().visible(at.names(), id.getName().toString(), id).orElse(null)
                instanceof Symbol.Typedef(var type)
        ? Optional.of(type)
        : Optional.empty();
  }

  private Value unary(IASTUnaryExpression e) {
    IASTExpression operand = e.getOperand();
    return switch (e.getOperator()) {
      case IASTUnaryExpression.op_bracketedPrimary -> lower(operand);
      case IASTUnaryExpression.op_plus -> at.arithmetic().promote(number(operand));
      case IASTUnaryExpression.op_minus -> new Operations(at).unary(UnaryOp.NEGATE, operand);
      case IASTUnaryExpression.op_tilde -> new Operations(at).unary(UnaryOp.COMPLEMENT, operand);
      case IASTUnaryExpression.op_not -> new Value.Number(CType.INT, Fold.not(truth(operand)));
      case IASTUnaryExpression.op_star -> dereference(number(operand), e);
      case IASTUnaryExpression.op_amper -> addressOf(e, operand);
      case IASTUnaryExpression.op_sizeof -> new TypeQuestions(at).sizeOf(operand);
      case IASTUnaryExpression.op_alignOf ->
          constant(CType.ULONG, new TypeQuestions(at).alignment(operand));
      case IASTUnaryExpression.op_prefixIncr,
          IASTUnaryExpression.op_prefixDecr,
          IASTUnaryExpression.op_postFixIncr,
          IASTUnaryExpression.op_postFixDecr ->
          at.assignments().step(e, Assignments.Use.NEEDED);
      case IASTUnaryExpression.op_labelReference -> at.frame().labels().valueOf(e, at);
      default -> throw new Unlowerable("operator in '" + at.unit().parsed().text(e) + "'");
    };
  }

  /// {@return what is 0 only if the value of the expression is}
  Expr truth(IASTExpression node) {
    Value v = rvalue(lower(node));
    return v instanceof Value.Wide w ? Int128.truth(w) : number(v, node).expr();
  }

  Value dereference(Value.Number pointer, IASTNode node) {
    if (!(pointer.type().plain() instanceof CType.Pointer(var target))) {
      throw at.refuse("dereference", node, "pointer expected, found type '" + pointer.type() + "'");
    }
    if (target.plain() instanceof CType.Function f) {
      return new Value.Code(f, pointer.expr());
    }
    return target.isVoid()
        ? new Value.Nothing()
        : new Value.Place(target, new Value.Where.InMemory(pointer.expr()));
  }

  private Value addressOf(IASTUnaryExpression node, IASTExpression operand) {
    IASTExpression bare = strip(operand);
    if (bare instanceof IASTUnaryExpression u && u.getOperator() == IASTUnaryExpression.op_star) {
      // C11 §6.5.3.2p3: neither operator is evaluated.
      return number(u.getOperand());
    }
    Value v =
        bare instanceof IASTTypeIdInitializerExpression literal
            ? at.initialisers().compoundLiteralInMemory(literal)
            : lower(operand);
    return switch (v) {
      case Value.Place(var type, Value.Where.InMemory(var address)) ->
          new Value.Number(new CType.Pointer(type), address);
      case Value.Code(var type, var address) -> new Value.Number(new CType.Pointer(type), address);
      case Value.Place(_, Value.Where.InBits _) ->
          throw at.refuse("address-of-bits", node, "address of a bit-field");
      case Value.Place(_, Value.Where.InRegister _) ->
          throw new Unlowerable("address of a value in a register");
      case Value.Number _, Value.Wide _, Value.Nothing _ ->
          throw at.refuse("lvalue", node, "object expected after '&'");
    };
  }

  private Value call(IASTFunctionCallExpression e) {
    Optional<Value> asCast = new Readings(at).callThatCasts(e);
    return asCast.isPresent() ? asCast.get() : at.calls().call(e);
  }

  private Value member(IASTFieldReference e) {
    String name = e.getFieldName().toString();
    Value owner = e.isPointerDereference() ? pointee(e) : rvalue(lower(e.getFieldOwner()));
    if (!(owner instanceof Value.Place place) || !(place.type().plain() instanceof Record r)) {
      throw at.refuse(
          "not-a-struct",
          e,
          "member '" + name + "' of something not a struct or union: '" + owner.type() + "'");
    }
    return member(place, r, name, e);
  }

  private Value pointee(IASTFieldReference e) {
    return dereference(number(e.getFieldOwner()), e);
  }

  Value.Place member(Value.Place place, Record r, String name, IASTNode node) {
    if (r.layout().isEmpty()) {
      throw at.refuse(
          "incomplete-type", node, "member '" + name + "' of incomplete type '" + r + "'");
    }
    Optional<Record.Found> found = r.member(name);
    if (found.isEmpty()) {
      throw at.refuse("no-member", node, "'" + r + "' has no member '" + name + "'");
    }
    return member(place, found.get().member(), found.get().offset(), r);
  }

  Value.Place member(Value.Place place, Record.Member m, long base, Record r) {
    CType type = m.type().with(place.type().isConst(), place.type().isVolatile());
    return switch (place.where()) {
      case Value.Where.InRegister in -> new Value.Place(type, in);
      case Value.Where.InMemory(var address) -> {
        if (m.bits().isEmpty()) {
          yield new Value.Place(
              type, new Value.Where.InMemory(Fold.add(address, base + m.offset())));
        }
        Record.Bits bits = m.bits().get();
        long bytes = r.layout().orElseThrow().bytes();
        Layouts.Unit unit =
            BitFields.unit(new Record.Bits(base * 8 + bits.first(), bits.width()), bytes);
        yield new Value.Place(
            Conversions.bitField(m.type(), bits.width()),
            new Value.Where.InBits(address, unit, bits.width(), m.type()));
      }
      case Value.Where.InBits _ -> throw new IllegalStateException();
    };
  }

  private Value subscript(IASTArraySubscriptExpression e) {
    int line = at.line(e);
    Value.Number array = number(e.getArrayExpression());
    Graph.Mark mark = at.graph().mark();
    if (!(e.getArgument() instanceof IASTExpression argument)) {
      throw new Unlowerable("subscript");
    }
    Value.Number index = number(argument);
    Value.Number base = new Value.Number(array.type(), at.graph().keep(array.expr(), mark, line));
    Value.Number sum = at.arithmetic().binary(BinaryOp.ADD, base, index, e);
    return dereference(sum, e);
  }

  private Value cast(IASTCastExpression e) {
    Optional<Value> other = new Readings(at).castThatDoesNot(e);
    if (other.isPresent()) {
      return other.get();
    }
    CType to = at.types().of(e.getTypeId());
    return cast(to, lower(e.getOperand()), e);
  }

  Value cast(CType to, Value operand, IASTNode node) {
    Value v = rvalue(operand);
    if (to.isVoid()) {
      discard(v, at.line(node));
      return new Value.Nothing();
    }
    return new Casts(at).cast(to, v, node);
  }

  private Value comma(IASTExpressionList e) {
    IASTExpression[] parts = e.getExpressions();
    for (int i = 0; i < parts.length - 1; i++) {
      effect(parts[i]);
    }
    return rvalue(lower(parts[parts.length - 1]));
  }

  private Value statementExpression(IASTCompoundStatement body) {
    return at.statements().valueOf(body);
  }
}
