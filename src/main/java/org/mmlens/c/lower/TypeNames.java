package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.eclipse.cdt.core.dom.ast.IASTArrayDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTArrayModifier;
import org.eclipse.cdt.core.dom.ast.IASTCompositeTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTElaboratedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTEnumerationSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTExpression;
import org.eclipse.cdt.core.dom.ast.IASTFieldDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTNamedTypeSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTParameterDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTPointer;
import org.eclipse.cdt.core.dom.ast.IASTPointerOperator;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclSpecifier;
import org.eclipse.cdt.core.dom.ast.IASTSimpleDeclaration;
import org.eclipse.cdt.core.dom.ast.IASTStandardFunctionDeclarator;
import org.eclipse.cdt.core.dom.ast.IASTTypeId;
import org.eclipse.cdt.core.dom.ast.IASTTypeIdExpression;
import org.mmlens.c.parse.StaticAssertion;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Enumeration;
import org.mmlens.c.type.IntKind;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;

/// Declaration specifiers and declarators become types (C11 §6.7.2–6.7.7).
final class TypeNames {
  private final Lowering at;

  TypeNames(Lowering at) {
    this.at = at;
  }

  /// {@return the type that a type name denotes}
  CType of(IASTTypeId id) {
    return apply(id.getAbstractDeclarator(), of(id.getDeclSpecifier()));
  }

  /// {@return the type that declaration specifiers denote}
  CType of(IASTDeclSpecifier spec) {
    CType type =
        switch (spec) {
          case IASTCompositeTypeSpecifier s -> record(s);
          case IASTElaboratedTypeSpecifier s -> elaborated(s);
          case IASTEnumerationSpecifier s -> enumeration(s);
          case IASTNamedTypeSpecifier s -> named(s);
          case IASTSimpleDeclSpecifier s -> simple(s);
          default -> throw new Unlowerable("declaration specifier");
        };
    return type.with(spec.isConst(), spec.isVolatile());
  }

  private CType named(IASTNamedTypeSpecifier s) {
    String name = s.getName().toString();
    Optional<Symbol> known = at.unit().visible(at.names(), name, s);
    if (known.isPresent() && known.get() instanceof Symbol.Typedef(var type)) {
      return type;
    }
    return switch (name) {
      case "__builtin_va_list", "__gnuc_va_list" -> VaLists.TYPE;
      case "__int128_t", "__int128" -> new CType.Wide(true);
      case "__uint128_t" -> new CType.Wide(false);
      default -> throw at.refuse("unknown-type", s, "unknown type name '" + name + "'");
    };
  }

  private CType simple(IASTSimpleDeclSpecifier s) {
    int type = s.getType();
    if (type == IASTSimpleDeclSpecifier.t_typeof) {
      return typeof(s.getDeclTypeExpression());
    }
    if (s.isComplex() || s.isImaginary()) {
      return new CType.Opaque("_Complex", 16);
    }
    return switch (type) {
      case IASTSimpleDeclSpecifier.t_void -> CType.VOID;
      case IASTSimpleDeclSpecifier.t_bool -> CType.BOOL;
      case IASTSimpleDeclSpecifier.t_float -> new CType.Opaque("float", 4);
      case IASTSimpleDeclSpecifier.t_double ->
          s.isLong() ? new CType.Opaque("long double", 16) : new CType.Opaque("double", 8);
      case IASTSimpleDeclSpecifier.t_int128 -> new CType.Wide(!s.isUnsigned());
      case IASTSimpleDeclSpecifier.t_float128 -> new CType.Opaque("__float128", 16);
      case IASTSimpleDeclSpecifier.t_char ->
          new CType.Int(
              s.isUnsigned() ? IntKind.UCHAR : s.isSigned() ? IntKind.SCHAR : IntKind.CHAR);
      case IASTSimpleDeclSpecifier.t_int, IASTSimpleDeclSpecifier.t_unspecified -> integer(s);
      default -> throw new Unlowerable("type '" + at.unit().parsed().text(s) + "'");
    };
  }

  private CType integer(IASTSimpleDeclSpecifier s) {
    boolean named = s.isShort() || s.isLong() || s.isLongLong() || s.isSigned() || s.isUnsigned();
    if (s.getType() == IASTSimpleDeclSpecifier.t_unspecified && !named) {
      at.error("implicit-int", s, "type specifier expected, found none");
    }
    IntKind kind =
        s.isShort()
            ? IntKind.SHORT
            : s.isLongLong() ? IntKind.LLONG : s.isLong() ? IntKind.LONG : IntKind.INT;
    return new CType.Int(s.isUnsigned() ? kind.unsigned() : kind);
  }

  private CType typeof(IASTExpression operand) {
    if (operand instanceof IASTTypeIdExpression id) {
      return of(id.getTypeId());
    }
    return at.unit().typeofMemo(operand, () -> at.typeOf(operand));
  }

  private CType elaborated(IASTElaboratedTypeSpecifier s) {
    String tag = s.getName().toString();
    Optional<CType> known = at.names().tag(tag);
    if (known.isPresent()) {
      return known.get();
    }
    CType fresh =
        s.getKind() == IASTElaboratedTypeSpecifier.k_enum
            ? new Enumeration(tag)
            : new Record(tag, s.getKind() == IASTElaboratedTypeSpecifier.k_union);
    // Strictly, a tag first seen in a parameter list ends with it (C11 §6.2.1p4); kernel headers
    // declare theirs before.
    at.unit().file().declareTag(tag, fresh);
    return fresh;
  }

  private CType record(IASTCompositeTypeSpecifier s) {
    String tag = s.getName().toString();
    Optional<CType> known = at.unit().typeOfSpecifier(s);
    if (known.isPresent()) {
      if (!tag.isEmpty() && !at.names().isFile() && at.names().ownTag(tag).isEmpty()) {
        at.names().declareTag(tag, known.get());
      }
      return known.get();
    }
    Optional<CType> declared = tag.isEmpty() ? Optional.empty() : at.names().ownTag(tag);
    Record record =
        declared.isPresent() && declared.get() instanceof Record r && !r.isDefined()
            ? r
            : new Record(tag, s.getKey() == IASTCompositeTypeSpecifier.k_union);
    at.unit().specifies(s, record);
    if (!tag.isEmpty()) {
      at.names().declareTag(tag, record);
    }
    var attributes = Attributes.of(at, s);
    if (attributes.has("transparent_union")) {
      record.makeTransparent();
    }
    Lowering inner = new Lowering(at.unit(), at.names(), at.frame());
    record.completeBy(
        () -> {
          // Until then, so that a member of its own type is seen as incomplete.
          record.complete(
              Layouts.lay(
                  record.isUnion(),
                  inner.types().members(s),
                  attributes.has("packed"),
                  at.unit().parsed().pack(s),
                  attributes.alignment()));
        });
    return record;
  }

  private List<Layouts.Declared> members(IASTCompositeTypeSpecifier s) {
    var result = new ArrayList<Layouts.Declared>();
    for (IASTDeclaration d : s.getMembers()) {
      if (d instanceof IASTSimpleDeclaration member) {
        members(member, result);
      } else if (d instanceof StaticAssertion assertion) {
        at.declarations().check(assertion);
      } else {
        throw at.refuse("syntax", d, "member declaration expected");
      }
    }
    return result;
  }

  private void members(IASTSimpleDeclaration d, List<Layouts.Declared> result) {
    CType base = of(d.getDeclSpecifier());
    boolean tagged =
        base.plain() instanceof Record r
            && d.getDeclSpecifier() instanceof IASTCompositeTypeSpecifier
            && r.tag().isEmpty();
    var common =
        d.getDeclSpecifier() instanceof IASTCompositeTypeSpecifier
            ? Attributes.NONE
            : Attributes.of(at, d.getDeclSpecifier());
    if (d.getDeclarators().length == 0 && tagged) {
      result.add(new Layouts.Declared("", base, OptionalInt.empty(), false, 0));
    }
    for (IASTDeclarator declarator : d.getDeclarators()) {
      var own = common.and(Attributes.of(at, declarator));
      String name = name(declarator);
      CType type = apply(declarator, base);
      OptionalInt width = OptionalInt.empty();
      if (declarator instanceof IASTFieldDeclarator field) {
        width = OptionalInt.of((int) required(field.getBitFieldSize(), "bit-field width"));
      } else if (Layouts.size(type).isEmpty() && !(type.plain() instanceof CType.Array)) {
        throw at.refuse(
            "incomplete-type",
            declarator,
            "member '" + name + "' has incomplete type '" + type + "'");
      }
      result.add(new Layouts.Declared(name, type, width, own.has("packed"), own.alignment()));
    }
  }

  private long required(IASTExpression e, String what) {
    Value.Number n = at.unevaluated().expressions().number(e);
    if (n.expr() instanceof org.mmlens.ir.Expr.Const(var v, _)) {
      return v;
    }
    throw new Unlowerable(what + " that is not constant");
  }

  CType enumeration(IASTEnumerationSpecifier s) {
    Optional<CType> known = at.unit().typeOfSpecifier(s);
    String tag = s.getName().toString();
    if (known.isPresent() && at.names().isFile()) {
      return known.get();
    }
    Optional<CType> declared = tag.isEmpty() ? Optional.empty() : at.names().ownTag(tag);
    Enumeration type =
        known.isPresent() && known.get() instanceof Enumeration e
            ? e
            : declared.isPresent() && declared.get() instanceof Enumeration e
                ? e
                : new Enumeration(tag);
    at.unit().specifies(s, type);
    if (!tag.isEmpty()) {
      at.names().declareTag(tag, type);
    }
    enumerators(s, type);
    return type;
  }

  private void enumerators(IASTEnumerationSpecifier s, Enumeration type) {
    long next = 0;
    long lowest = 0;
    long highest = 0;
    boolean huge = false;
    var enumerators = s.getEnumerators();
    var values = new long[enumerators.length];
    for (int i = 0; i < enumerators.length; i++) {
      if (enumerators[i].getValue() != null) {
        Value.Number n = at.unevaluated().expressions().number(enumerators[i].getValue());
        if (!(n.expr() instanceof org.mmlens.ir.Expr.Const(var v, _))) {
          throw new Unlowerable("enumerator that is not constant");
        }
        next = v;
        huge = n.type().scalar() == org.mmlens.ir.Scalar.U64 && v < 0;
      }
      values[i] = next;
      lowest = huge ? lowest : Math.min(lowest, next);
      highest = huge ? Long.MAX_VALUE : Math.max(highest, next);
      CType early = (int) next == next ? CType.INT : huge ? CType.ULONG : CType.LONG;
      at.names().declare(enumerators[i].getName().toString(), new Symbol.Enumerator(early, next));
      next++;
    }
    boolean packed = Attributes.of(at, s).has("packed");
    IntKind kind = underlying(lowest, highest, huge, packed);
    type.complete(kind);
    boolean fitsInt = lowest >= Integer.MIN_VALUE && highest <= Integer.MAX_VALUE;
    if (!fitsInt) {
      for (int i = 0; i < values.length; i++) {
        CType wide = (int) values[i] == values[i] ? CType.INT : new CType.Int(kind);
        at.names()
            .declare(enumerators[i].getName().toString(), new Symbol.Enumerator(wide, values[i]));
      }
    }
  }

  private static IntKind underlying(long lowest, long highest, boolean huge, boolean packed) {
    if (lowest < 0) {
      if (packed && lowest >= Byte.MIN_VALUE && highest <= Byte.MAX_VALUE) {
        return IntKind.SCHAR;
      }
      if (packed && lowest >= Short.MIN_VALUE && highest <= Short.MAX_VALUE) {
        return IntKind.SHORT;
      }
      return lowest >= Integer.MIN_VALUE && highest <= Integer.MAX_VALUE
          ? IntKind.INT
          : IntKind.LONG;
    }
    if (packed && highest <= 0xff) {
      return IntKind.UCHAR;
    }
    if (packed && highest <= 0xffff) {
      return IntKind.USHORT;
    }
    return !huge && highest <= 0xffff_ffffL ? IntKind.UINT : IntKind.ULONG;
  }

  /// {@return the declared name; empty for an abstract declarator}
  static String name(IASTDeclarator d) {
    return innermost(d).getName().toString();
  }

  /// {@return the declarator inside all parentheses, which has the name}
  static IASTDeclarator innermost(IASTDeclarator d) {
    IASTDeclarator result = d;
    while (result.getNestedDeclarator() != null) {
      result = result.getNestedDeclarator();
    }
    return result;
  }

  /// {@return the type a declarator gives its name}
  CType apply(IASTDeclarator d, CType base) {
    CType type = base;
    for (IASTPointerOperator op : d.getPointerOperators()) {
      type = new CType.Pointer(type);
      if (op instanceof IASTPointer p) {
        type = type.with(p.isConst(), p.isVolatile());
      }
    }
    if (d instanceof IASTArrayDeclarator array) {
      IASTArrayModifier[] dims = array.getArrayModifiers();
      for (int i = dims.length - 1; i >= 0; i--) {
        type = new CType.Array(type, length(dims[i], d));
      }
    } else if (d instanceof IASTStandardFunctionDeclarator function) {
      type = function(function, type);
    } else if (d instanceof org.eclipse.cdt.core.dom.ast.gnu.c.ICASTKnRFunctionDeclarator) {
      throw new Unlowerable("old-style function definition");
    }
    return d.getNestedDeclarator() == null ? type : apply(d.getNestedDeclarator(), type);
  }

  private OptionalLong length(IASTArrayModifier dim, IASTDeclarator d) {
    IASTExpression e = dim.getConstantExpression();
    if (e == null) {
      return OptionalLong.empty();
    }
    Value.Number n = at.unevaluated().expressions().number(e);
    if (n.expr() instanceof org.mmlens.ir.Expr.Const(var v, _)) {
      if (v < 0 && n.type().scalar().signed()) {
        throw at.refuse("array-size", d, "size of array '" + name(d) + "' is negative");
      }
      return OptionalLong.of(v);
    }
    throw new Unlowerable("variable-length array");
  }

  private CType function(IASTStandardFunctionDeclarator d, CType result) {
    var params = new ArrayList<CType>();
    at.inScope(
        () -> {
          for (IASTParameterDeclaration p : d.getParameters()) {
            params.add(parameter(p));
          }
          return null;
        });
    boolean isVoid =
        params.size() == 1
            && params.getFirst().isVoid()
            && name(d.getParameters()[0].getDeclarator()).isEmpty();
    boolean prototyped = !params.isEmpty() || d.takesVarArgs();
    return new CType.Function(result, isVoid ? List.of() : params, d.takesVarArgs(), prototyped);
  }

  /// {@return the type of a parameter after adjustment (C11 §6.7.6.3p7–8)}
  CType parameter(IASTParameterDeclaration p) {
    CType type = parameterType(p.getDeclarator(), of(p.getDeclSpecifier()));
    return switch (type.plain()) {
      case CType.Array(var element, _) -> new CType.Pointer(element);
      case CType.Function f -> new CType.Pointer(f);
      default -> type;
    };
  }

  /// The outermost dimension of a parameter does not matter, so it need not be constant.
  private CType parameterType(IASTDeclarator d, CType base) {
    if (d instanceof IASTArrayDeclarator array
        && d.getNestedDeclarator() == null
        && array.getArrayModifiers().length == 1) {
      CType type = base;
      for (IASTPointerOperator op : d.getPointerOperators()) {
        type = new CType.Pointer(type);
        if (op instanceof IASTPointer p) {
          type = type.with(p.isConst(), p.isVolatile());
        }
      }
      return new CType.Array(type, OptionalLong.empty());
    }
    return apply(d, base);
  }
}
