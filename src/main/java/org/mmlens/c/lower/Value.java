package org.mmlens.c.lower;

import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.ir.Expr;
import org.mmlens.ir.Register;

/// What an expression denotes.
sealed interface Value {

  /// The C type; of a bit-field, that of its value.
  CType type();

  /// A number or pointer: an rvalue.
  ///
  /// @param type its C type
  /// @param expr what computes it
  record Number(CType type, Expr expr) implements Value {}

  /// A number of 128 bits: an rvalue.
  ///
  /// @param type its C type
  /// @param words what computes it
  record Wide(CType type, Int128.Words words) implements Value {}

  /// An object, or an aggregate value that lies in memory or a register.
  ///
  /// @param type its C type
  /// @param where its place
  record Place(CType type, Where where) implements Value {}

  /// A function.
  ///
  /// @param type its type
  /// @param address its address
  record Code(CType type, Expr address) implements Value {}

  /// The value of a `void` expression.
  record Nothing() implements Value {
    @Override
    public CType type() {
      return CType.VOID;
    }
  }

  /// Where an object lies.
  sealed interface Where {

    /// A register; of an aggregate, one that is a single scalar.
    record InRegister(Register register) implements Where {}

    /// Memory.
    record InMemory(Expr address) implements Where {}

    /// Some bits of a scalar in memory.
    ///
    /// @param struct address of the struct that declares the bit-field
    /// @param unit how it is accessed
    /// @param width how many bits
    /// @param declared the type it was declared with
    record InBits(Expr struct, Layouts.Unit unit, int width, CType declared) implements Where {}
  }
}
