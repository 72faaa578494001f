package org.mmlens.ir;

/// An operand: a tree without side effects, evaluated where the instruction that holds it stands.
///
/// Loads may stop the run (a bad address), so [AndAlso], [OrElse] and [Select] evaluate lazily, as
/// C does (C11 §6.5.13–15).
public sealed interface Expr {

  /// {@return what the value is, after all conversions}
  Scalar type();

  /// A constant.
  ///
  /// @param value the value, normalised to `type`
  /// @param type its scalar
  record Const(long value, Scalar type) implements Expr {
    /// Normalises the value.
    public Const {
      value = type.normalize(value);
    }
  }

  /// The value of a register.
  ///
  /// @param register the register
  record Reg(Register register) implements Expr {
    @Override
    public Scalar type() {
      return register.type();
    }
  }

  /// What memory holds.
  ///
  /// @param type how many bytes, and how they extend to 64 bits
  /// @param address where; naturally aligned or not
  /// @param access how strictly it is checked
  record Load(Scalar type, Expr address, Access access) implements Expr {}

  /// Integer arithmetic in the width of `type`; both operands are of that type, except that the
  /// count of a shift may be of any.
  ///
  /// @param op the operation
  /// @param type the type of result and operands; the result wraps around
  /// @param left the left operand
  /// @param right the right operand
  record Binary(BinaryOp op, Scalar type, Expr left, Expr right) implements Expr {}

  /// Negation or complement.
  ///
  /// @param op the operation
  /// @param type the type of result and operand
  /// @param operand the operand
  record Unary(UnaryOp op, Scalar type, Expr operand) implements Expr {}

  /// A conversion: the operand's 64-bit value normalised to `type` (C11 §6.3.1.3).
  ///
  /// @param type what it becomes
  /// @param operand what is converted
  record Convert(Scalar type, Expr operand) implements Expr {}

  /// A comparison; 1 or 0 as [Scalar#I32].
  ///
  /// @param op the relation
  /// @param operands the common type of both sides; it says whether the order is signed
  /// @param left the left side
  /// @param right the right side
  record Compare(CompareOp op, Scalar operands, Expr left, Expr right) implements Expr {
    @Override
    public Scalar type() {
      return Scalar.I32;
    }
  }

  /// `left && right`; 1 or 0 as [Scalar#I32].
  ///
  /// @param left evaluated first
  /// @param right evaluated only if `left` is not 0
  record AndAlso(Expr left, Expr right) implements Expr {
    @Override
    public Scalar type() {
      return Scalar.I32;
    }
  }

  /// `left || right`; 1 or 0 as [Scalar#I32].
  ///
  /// @param left evaluated first
  /// @param right evaluated only if `left` is 0
  record OrElse(Expr left, Expr right) implements Expr {
    @Override
    public Scalar type() {
      return Scalar.I32;
    }
  }

  /// `condition ? then : otherwise`; only one of the two is evaluated.
  ///
  /// @param type the common type of both
  /// @param condition not 0 chooses `then`
  /// @param then the value if true
  /// @param otherwise the value if false
  record Select(Scalar type, Expr condition, Expr then, Expr otherwise) implements Expr {}

  /// The address of a slot of the running frame.
  ///
  /// @param slot the slot
  record SlotAddress(Slot slot) implements Expr {
    @Override
    public Scalar type() {
      return Scalar.U64;
    }
  }

  /// The address of a global plus a constant.
  ///
  /// @param symbol the global's [Global#symbol()]
  /// @param addend bytes added
  record GlobalAddress(String symbol, long addend) implements Expr {
    @Override
    public Scalar type() {
      return Scalar.U64;
    }
  }

  /// The address of a function, as function pointers hold it.
  ///
  /// @param symbol the function's [Function#symbol()], or the name of one without a body
  record FunctionAddress(String symbol) implements Expr {
    @Override
    public Scalar type() {
      return Scalar.U64;
    }
  }

  /// How a load is checked.
  enum Access {
    /// Addressable and initialised.
    PLAIN,
    /// As [#PLAIN], and never elided: a `volatile` access.
    VOLATILE,
    /// Addressable; bytes never written read as they are. The unit of a bit-field, whose neighbours
    /// may not have been written yet.
    BIT_FIELD
  }

  /// Arithmetic with two operands. Division by zero stops the run; a shift count outside the width
  /// is taken modulo the width, as x86-64 does.
  enum BinaryOp {
    /// Addition.
    ADD,
    /// Subtraction.
    SUB,
    /// Multiplication.
    MUL,
    /// Division, towards zero.
    DIV,
    /// Remainder, with the sign of the dividend.
    REM,
    /// Bitwise and.
    AND,
    /// Bitwise or.
    OR,
    /// Bitwise exclusive or.
    XOR,
    /// Shift left.
    SHL,
    /// Shift right, arithmetic for signed types.
    SHR
  }

  /// Arithmetic with one operand.
  enum UnaryOp {
    /// Two's complement negation.
    NEGATE,
    /// Bitwise complement.
    COMPLEMENT
  }

  /// Relations.
  enum CompareOp {
    /// Equal.
    EQ,
    /// Not equal.
    NE,
    /// Less.
    LT,
    /// Less or equal.
    LE,
    /// Greater.
    GT,
    /// Greater or equal.
    GE
  }
}
