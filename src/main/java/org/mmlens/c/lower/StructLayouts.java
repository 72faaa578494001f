package org.mmlens.c.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.Layouts;
import org.mmlens.c.type.Record;
import org.mmlens.ir.StructLayout;

/// Layouts as the graph shows them to observers.
final class StructLayouts {

  private StructLayouts() {}

  static Optional<StructLayout> of(String tag, Record r) {
    return r.layout()
        .map(
            l -> {
              var fields = new ArrayList<StructLayout.Field>();
              collect(r, "", 0, l.bytes(), fields);
              return new StructLayout(tag, l.bytes(), l.align(), fields);
            });
  }

  private static void collect(
      Record r, String path, long base, long whole, List<StructLayout.Field> fields) {
    for (Record.Member m : r.layout().orElseThrow().members()) {
      if (m.name().isEmpty() && m.type().plain() instanceof Record inner) {
        collect(inner, path, base + m.offset(), whole, fields);
      } else if (!m.name().isEmpty()) {
        fields.add(field(m, path, base, whole));
        if (m.type().plain() instanceof Record inner && inner.tag().isEmpty()) {
          collect(inner, path + m.name() + ".", base + m.offset(), whole, fields);
        }
      }
    }
  }

  private static StructLayout.Field field(Record.Member m, String path, long base, long whole) {
    String name = path + m.name();
    String type = Spelling.declaration(m.type(), "");
    if (m.bits().isPresent()) {
      Record.Bits bits = m.bits().get();
      var absolute = new Record.Bits(base * 8 + bits.first(), bits.width());
      Optional<Layouts.Unit> unit = Layouts.unit(absolute, whole);
      if (unit.isPresent()) {
        return new StructLayout.Field(
            name,
            unit.get().offset(),
            unit.get().scalar().bytes(),
            new StructLayout.Bits(unit.get().shift(), bits.width()),
            kind(m.type()),
            type);
      }
    }
    long bytes = Layouts.size(m.type()).orElse(0);
    return new StructLayout.Field(
        name, base + m.offset(), bytes, new StructLayout.Bits(0, bytes * 8), kind(m.type()), type);
  }

  private static StructLayout.Kind kind(CType type) {
    return switch (type.plain()) {
      case CType.Pointer _ -> StructLayout.Kind.POINTER;
      case CType.Array _ -> StructLayout.Kind.ARRAY;
      case CType t when t.isInteger() ->
          t.scalar().signed() ? StructLayout.Kind.SIGNED : StructLayout.Kind.UNSIGNED;
      default -> StructLayout.Kind.AGGREGATE;
    };
  }
}
