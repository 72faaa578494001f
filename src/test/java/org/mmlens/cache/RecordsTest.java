package org.mmlens.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RecordsTest {

  enum Colour {
    RED,
    GREEN
  }

  sealed interface Shape {
    record Circle(long radius) implements Shape {}

    sealed interface Polygon extends Shape {}

    record Square(int side, Colour colour) implements Polygon {}

    record Free(List<Long> points) implements Polygon {}
  }

  record Drawing(
      String name,
      boolean done,
      Optional<Shape> first,
      List<Shape> all,
      Set<Colour> colours,
      SortedSet<Integer> layers,
      Optional<List<String>> words) {}

  record Unknown(StringBuilder text) {}

  @Test
  void aRecordComesBackAsItWas() {
    var drawing =
        new Drawing(
            "ä\0\n\ud800x\udc00\ud83d\ude00",
            true,
            Optional.of(new Shape.Circle(Long.MIN_VALUE)),
            List.of(
                new Shape.Square(Integer.MIN_VALUE, Colour.GREEN),
                new Shape.Free(List.of(1L, -1L, Long.MAX_VALUE)),
                new Shape.Circle(0)),
            Set.of(Colour.GREEN),
            new TreeSet<>(List.of(3, 1, 2)),
            Optional.of(List.of("", "a")));

    assertEquals(drawing, Records.unpack(Drawing.class, Records.pack(Drawing.class, drawing)));
  }

  @Test
  void whatIsEmptyComesBackEmpty() {
    var nothing =
        new Drawing(
            "", false, Optional.empty(), List.of(), Set.of(), new TreeSet<>(), Optional.empty());

    assertEquals(nothing, Records.unpack(Drawing.class, Records.pack(Drawing.class, nothing)));
  }

  @Test
  void whatCannotBePackedIsRefused() {
    var unknown = new Unknown(new StringBuilder("a"));

    assertThrows(IllegalStateException.class, () -> Records.pack(Unknown.class, unknown));
  }
}
