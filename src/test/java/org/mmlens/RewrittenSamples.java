package org.mmlens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Records and switches over types, for [RewriteJarTest]: run as compiled and as rewritten, they
/// must say the same.
public final class RewrittenSamples {

  private RewrittenSamples() {}

  sealed interface Shape {
    record Empty() implements Shape {}

    record Numbers(
        boolean yes,
        byte small,
        char letter,
        short middle,
        int number,
        long large,
        float f,
        double d)
        implements Shape {}

    record Texts(String text, Optional<Shape> inner, List<Integer> list, int[] array)
        implements Shape {}

    enum Colour implements Shape {
      RED,
      GREEN
    }

    default String described() {
      return switch (this) {
        case Empty _ -> "empty";
        case Numbers n when n.number() > 5 -> "large " + n.large();
        case Numbers n -> "numbers " + n.number();
        case Texts(String text, Optional<Shape> inner, _, _) when inner.isPresent() ->
            text + " around " + inner.get().described();
        case Texts t -> "texts " + t.list();
        case Colour c -> "colour " + c;
      };
    }
  }

  private static final int[] ARRAY = {};

  private static List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(new Shape.Empty());
    for (int i = 0; i < 9; i++) {
      shapes.add(numbers(i));
    }
    shapes.add(new Shape.Texts("a", Optional.empty(), List.of(1, 2), ARRAY));
    shapes.add(new Shape.Texts("b", Optional.empty(), List.of(1, 2), ARRAY));
    shapes.add(new Shape.Texts("a", Optional.of(numbers(7)), List.of(1, 2), ARRAY));
    shapes.add(new Shape.Texts(null, Optional.empty(), null, null));
    shapes.add(Shape.Colour.GREEN);
    return shapes;
  }

  /// Each differs from number 0 in one component.
  private static Shape.Numbers numbers(int different) {
    return new Shape.Numbers(
        different == 1,
        (byte) (different == 2 ? -3 : 4),
        different == 3 ? 'x' : 'y',
        (short) (different == 4 ? -300 : 400),
        different == 5 ? 6 : 5,
        different == 6 ? 1L << 40 : -1,
        different == 7 ? Float.NaN : -0f,
        different == 8 ? Double.NaN : 0.0);
  }

  /// {@return everything about all of them}
  public static String all() {
    StringBuilder out = new StringBuilder();
    for (Shape a : shapes()) {
      if (a instanceof Shape.Texts t && t.array() != null) {
        out.append(t.text()).append(t.inner()).append(t.list());
      } else {
        out.append(a).append(' ').append(a instanceof Shape.Colour ? 0 : a.hashCode());
      }
      out.append(' ').append(a.described());
      for (Shape b : shapes()) {
        out.append(a.equals(b) ? '=' : '!');
      }
      out.append('\n');
    }
    return out.append(selected(null)).append(selected("t")).append(selected(4)).toString();
  }

  private static String selected(Object value) {
    return switch (value) {
      case null -> "null";
      case String s when s.isEmpty() -> "nothing";
      case CharSequence s -> "characters " + s;
      case Number n -> "number " + n;
      default -> "other";
    };
  }
}
