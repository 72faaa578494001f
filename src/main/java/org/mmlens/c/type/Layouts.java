package org.mmlens.c.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.mmlens.ir.Scalar;

/// Sizes, alignments and the layout of structs, by the System V ABI for x86-64 as GCC implements
/// it.
public final class Layouts {

  private Layouts() {}

  /// A member before layout.
  ///
  /// @param name its name; empty if it has none
  /// @param type its type
  /// @param width the width if it is a bit-field
  /// @param packed whether it has `packed` itself
  /// @param align its own `aligned`, or 0
  public record Declared(String name, CType type, OptionalInt width, boolean packed, int align) {}

  /// {@return the size in bytes, or empty if the type is incomplete}
  ///
  /// @param type any type; `void` and functions count 1, as GCC has it
  public static OptionalLong size(CType type) {
    return switch (type.plain()) {
      case CType.Void _, CType.Function _ -> OptionalLong.of(1);
      case CType.Int(var kind) -> OptionalLong.of(kind.scalar().bytes());
      case CType.Narrow _, CType.Pointer _ -> OptionalLong.of(8);
      case CType.Wide _ -> OptionalLong.of(16);
      case CType.Opaque(_, var bytes) -> OptionalLong.of(bytes);
      case Enumeration e -> OptionalLong.of(e.underlying().scalar().bytes());
      case CType.Array(var element, var length) -> {
        OptionalLong each = size(element);
        yield length.isEmpty() || each.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(each.getAsLong() * length.getAsLong());
      }
      case Record r -> r.layout().map(l -> OptionalLong.of(l.bytes())).orElse(OptionalLong.empty());
      case CType.Qualified _ -> throw new IllegalStateException();
    };
  }

  /// {@return the alignment in bytes; 1 for an incomplete type}
  ///
  /// @param type any type
  public static int align(CType type) {
    if (type instanceof CType.Qualified(_, _, _, var own) && own > 0) {
      return own;
    }
    return switch (type.plain()) {
      case CType.Array(var element, _) -> align(element);
      case Record r -> r.layout().map(Record.Layout::align).orElse(1);
      case CType.Void _,
          CType.Function _,
          CType.Int _,
          CType.Narrow _,
          CType.Pointer _,
          CType.Wide _,
          CType.Opaque _,
          Enumeration _ ->
          (int) size(type).orElse(1);
      case CType.Qualified _ -> throw new IllegalStateException();
    };
  }

  /// {@return the layout of a struct or union}
  ///
  /// @param union whether it is a union
  /// @param declared its members
  /// @param packed whether it is `packed`
  /// @param most the largest alignment of a member, by `#pragma pack`
  /// @param align its own `aligned`, or 0
  public static Record.Layout lay(
      boolean union, List<Declared> declared, boolean packed, int most, int align) {
    var members = new ArrayList<Record.Member>();
    long bit = 0;
    long bits = 0;
    int whole = Math.max(1, align);
    for (Declared d : declared) {
      boolean tight = packed || d.packed();
      int natural = Math.min(most, align(d.type()));
      int needed = Math.max(tight ? 1 : natural, d.align());
      long start = union ? 0 : bit;
      if (d.width().isPresent()) {
        int width = d.width().getAsInt();
        start = placeBits(start, d, natural, tight ? d.align() : needed, tight);
        if (!d.name().isEmpty()) {
          whole = Math.max(whole, tight ? Math.max(1, d.align()) : needed);
          members.add(
              new Record.Member(
                  d.name(), d.type(), start / 8, Optional.of(new Record.Bits(start, width))));
        }
        bit = start + width;
      } else {
        start = roundUp(start, needed * 8L);
        whole = Math.max(whole, needed);
        members.add(new Record.Member(d.name(), d.type(), start / 8, Optional.empty()));
        bit = start + size(d.type()).orElse(0) * 8;
      }
      bits = Math.max(bits, bit);
    }
    return new Record.Layout(members, roundUp((bits + 7) / 8, whole), whole);
  }

  /// A bit-field does not cross a boundary of its declared type, unless packed; one of width 0 ends
  /// the storage unit.
  private static long placeBits(long start, Declared d, int natural, int needed, boolean tight) {
    int width = d.width().orElse(0);
    long unit = natural * 8L;
    if (width == 0) {
      return roundUp(start, unit);
    }
    long at = needed > natural || (tight && needed > 0) ? roundUp(start, needed * 8L) : start;
    long units = size(d.type()).orElse(natural) / natural;
    boolean crosses = (at + width - 1) / unit - at / unit >= units;
    return crosses && !tight ? roundUp(at, unit) : at;
  }

  private static long roundUp(long value, long multiple) {
    return (value + multiple - 1) / multiple * multiple;
  }

  /// The smallest aligned scalar that covers a bit-field inside its struct.
  ///
  /// @param offset bytes from the start of the struct
  /// @param scalar the unit, unsigned
  /// @param shift the first bit in it
  public record Unit(long offset, Scalar scalar, int shift) {}

  /// {@return how a bit-field is accessed, or empty where no scalar covers it}
  ///
  /// @param bits the bit-field
  /// @param structBytes the size of the struct that declares it
  public static Optional<Unit> unit(Record.Bits bits, long structBytes) {
    for (int step : new int[] {0, 1}) {
      for (int bytes = 1; bytes <= 8; bytes *= 2) {
        long grain = step == 0 ? bytes : 1;
        long offset = bits.first() / 8 / grain * grain;
        long shift = bits.first() - offset * 8;
        if (shift + bits.width() <= bytes * 8L && offset + bytes <= structBytes) {
          return Optional.of(new Unit(offset, Scalar.of(bytes, false), (int) shift));
        }
      }
    }
    return Optional.empty();
  }

  /// {@return the scalar that is all of a struct, e.g. of `pte_t`, or empty if it has other parts}
  ///
  /// A union is one scalar if each of its members is, and all are of one size.
  ///
  /// @param type a struct, union or scalar type
  public static Optional<Scalar> onlyScalar(CType type) {
    CType plain = type.plain();
    if (plain.isInteger() || plain.isPointer()) {
      return Optional.of(plain.scalar());
    }
    if (!(plain instanceof Record r)) {
      return Optional.empty();
    }
    Optional<Record.Layout> layout = r.layout();
    if (layout.isEmpty() || layout.get().members().isEmpty()) {
      return Optional.empty();
    }
    List<Record.Member> members = layout.get().members();
    boolean fits =
        (r.isUnion() || members.size() == 1)
            && members.stream().allMatch(m -> coversAll(m, layout.get().bytes()));
    return fits ? onlyScalar(members.getFirst().type()) : Optional.empty();
  }

  private static boolean coversAll(Record.Member member, long bytes) {
    return member.bits().isEmpty()
        && onlyScalar(member.type()).filter(s -> s.bytes() == bytes).isPresent();
  }
}
