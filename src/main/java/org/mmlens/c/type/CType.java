package org.mmlens.c.type;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mmlens.ir.Scalar;

/// A C type.
///
/// Types are values, except [Record] and [Enumeration], which are the same only as themselves.
public sealed interface CType permits CType.Simple, CType.Derived, Record, Enumeration {

  /// `int`.
  CType INT = new Int(IntKind.INT);

  /// `unsigned int`.
  CType UINT = new Int(IntKind.UINT);

  /// `long`.
  CType LONG = new Int(IntKind.LONG);

  /// `unsigned long`, which is `size_t`.
  CType ULONG = new Int(IntKind.ULONG);

  /// `char`.
  CType CHAR = new Int(IntKind.CHAR);

  /// `_Bool`.
  CType BOOL = new Int(IntKind.BOOL);

  /// `void`.
  CType VOID = new Void();

  /// `void *`.
  CType VOID_POINTER = new Pointer(VOID);

  /// Types without parts.
  sealed interface Simple extends CType {}

  /// Types made of others.
  sealed interface Derived extends CType {}

  /// `void`.
  record Void() implements Simple {
    @Override
    public String toString() {
      return "void";
    }
  }

  /// A standard integer type.
  ///
  /// @param kind which
  record Int(IntKind kind) implements Simple {
    @Override
    public String toString() {
      return kind.toString();
    }
  }

  /// What GCC gives a bit-field wider than `int`: an integer of exactly its bits.
  ///
  /// @param bits its width, 33 to 63
  /// @param signed whether it is signed
  record Narrow(int bits, boolean signed) implements Simple {
    @Override
    public String toString() {
      return (signed ? "" : "unsigned ") + "long:" + bits;
    }
  }

  /// `__int128`, whose values are pairs of words.
  ///
  /// @param signed whether it is signed
  record Wide(boolean signed) implements Simple {
    @Override
    public String toString() {
      return (signed ? "" : "unsigned ") + "__int128";
    }
  }

  /// A type that has a layout but no arithmetic here: floating point.
  ///
  /// @param name the C spelling
  /// @param bytes its size
  record Opaque(String name, int bytes) implements Simple {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A pointer.
  ///
  /// @param target what it points to
  record Pointer(CType target) implements Derived {
    @Override
    public String toString() {
      return target + " *";
    }
  }

  /// An array.
  ///
  /// @param element the type of its elements
  /// @param length their number; absent while incomplete and for a flexible array member
  record Array(CType element, OptionalLong length) implements Derived {
    @Override
    public String toString() {
      return element + "[" + (length.isPresent() ? length.getAsLong() : "") + "]";
    }
  }

  /// A function.
  ///
  /// @param result what it returns
  /// @param params the types of its parameters, after adjustment (C11 §6.7.6.3p7)
  /// @param variadic whether more arguments may follow
  /// @param prototyped whether the parameters are known
  record Function(CType result, List<CType> params, boolean variadic, boolean prototyped)
      implements Derived {
    /// Copies the list.
    public Function {
      params = List.copyOf(params);
    }

    @Override
    public String toString() {
      String list = params.stream().map(CType::toString).collect(Collectors.joining(", "));
      String all = variadic ? list + ", ..." : list;
      return result + " (" + (all.isEmpty() && prototyped ? "void" : all) + ")";
    }
  }

  /// A type with qualifiers or an alignment of its own.
  ///
  /// @param base the type without them; never itself qualified
  /// @param isConst whether it is `const`
  /// @param isVolatile whether it is `volatile`
  /// @param align the alignment a typedef gave it in bytes; 0 for that of `base`
  record Qualified(CType base, boolean isConst, boolean isVolatile, int align) implements Derived {
    /// Checks that qualifiers do not nest.
    public Qualified {
      if (base instanceof Qualified) {
        throw new IllegalArgumentException("nested qualifiers");
      }
    }

    @Override
    public String toString() {
      return (isConst ? "const " : "") + (isVolatile ? "volatile " : "") + base;
    }
  }

  /// {@return the type without qualifiers and alignment}
  default CType plain() {
    return this instanceof Qualified(var base, _, _, _) ? base : this;
  }

  /// {@return whether it is `const`; for an array, whether its elements are}
  default boolean isConst() {
    return this instanceof Qualified(var base, var isConst, _, _)
        ? isConst || (base instanceof Array(var e, _) && e.isConst())
        : this instanceof Array(var element, _) && element.isConst();
  }

  /// {@return whether it is `volatile`}
  default boolean isVolatile() {
    return this instanceof Qualified(_, _, var isVolatile, _) && isVolatile;
  }

  /// {@return the type with these qualifiers added}
  ///
  /// @param addConst whether to add `const`
  /// @param addVolatile whether to add `volatile`
  default CType with(boolean addConst, boolean addVolatile) {
    if (!addConst && !addVolatile) {
      return this;
    }
    return this instanceof Qualified(var base, var c, var v, var align)
        ? new Qualified(base, c || addConst, v || addVolatile, align)
        : new Qualified(this, addConst, addVolatile, 0);
  }

  /// {@return the type with an alignment of its own}
  ///
  /// @param bytes the alignment
  default CType aligned(int bytes) {
    return this instanceof Qualified(var base, var c, var v, _)
        ? new Qualified(base, c, v, bytes)
        : new Qualified(this, false, false, bytes);
  }

  /// {@return whether it is an integer type, enumerations included}
  default boolean isInteger() {
    return switch (plain()) {
      case Int _, Narrow _, Enumeration _ -> true;
      default -> false;
    };
  }

  /// {@return whether it is a pointer}
  default boolean isPointer() {
    return plain() instanceof Pointer;
  }

  /// {@return whether it is a struct or union}
  default boolean isRecord() {
    return plain() instanceof Record;
  }

  /// {@return whether it is `void`}
  default boolean isVoid() {
    return plain() instanceof Void;
  }

  /// {@return how a value of it is carried; only for integers and pointers}
  default Scalar scalar() {
    return switch (plain()) {
      case Int(var kind) -> kind.scalar();
      case Enumeration e -> e.underlying().scalar();
      case Narrow(_, var signed) -> signed ? Scalar.I64 : Scalar.U64;
      case Pointer _ -> Scalar.U64;
      default -> throw new IllegalStateException("no scalar: " + this);
    };
  }
}
