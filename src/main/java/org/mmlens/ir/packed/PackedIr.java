package org.mmlens.ir.packed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mmlens.ir.Function;
import org.mmlens.ir.Global;
import org.mmlens.ir.StructLayout;

/// Packs parts of a program.
public final class PackedIr {

  private PackedIr() {}

  /// {@return a function as bytes}
  ///
  /// @param function any
  public static byte[] pack(Function function) {
    var out = new Words();
    new FunctionPacker(out).function(function);
    return out.packed();
  }

  /// {@return the function that was packed}
  ///
  /// @param bytes of it
  public static Function function(byte[] bytes) {
    return new FunctionUnpacker(new Reading(bytes)).function();
  }

  /// {@return a global as bytes}
  ///
  /// @param global any
  public static byte[] pack(Global global) {
    var out = new Words();
    out.word(global.symbol());
    out.position(global.at());
    out.number(global.bytes());
    out.number(global.align());
    out.bytes(global.image());
    out.number(global.relocations().size());
    for (Global.Relocation relocation : global.relocations()) {
      out.number(relocation.offset());
      out.word(relocation.symbol());
      out.number(relocation.addend());
    }
    out.flag(global.constant());
    return out.packed();
  }

  /// {@return the global that was packed}
  ///
  /// @param bytes of it
  public static Global global(byte[] bytes) {
    var in = new Reading(bytes);
    return new Global(
        in.word(),
        in.position(),
        in.number(),
        in.count(),
        in.bytes(),
        list(in, () -> new Global.Relocation(in.number(), in.word(), in.number())),
        in.flag());
  }

  /// {@return a layout as bytes}
  ///
  /// @param layout any
  public static byte[] pack(StructLayout layout) {
    var out = new Words();
    out.word(layout.tag());
    out.number(layout.bytes());
    out.number(layout.align());
    out.number(layout.fields().size());
    for (StructLayout.Field field : layout.fields()) {
      out.word(field.name());
      out.number(field.offset());
      out.number(field.bytes());
      out.number(field.bits().shift());
      out.number(field.bits().width());
      out.number(field.kind().ordinal());
      out.word(field.type());
    }
    return out.packed();
  }

  /// {@return the layout that was packed}
  ///
  /// @param bytes of it
  public static StructLayout layout(byte[] bytes) {
    var in = new Reading(bytes);
    return new StructLayout(in.word(), in.number(), in.count(), list(in, () -> field(in)));
  }

  private static StructLayout.Field field(Reading in) {
    return new StructLayout.Field(
        in.word(),
        in.number(),
        in.number(),
        new StructLayout.Bits(in.count(), in.number()),
        StructLayout.Kind.values()[in.count()],
        in.word());
  }

  static <T> List<T> list(Reading in, Supplier<T> next) {
    int count = in.count();
    List<T> found = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      found.add(next.get());
    }
    return found;
  }
}
