package org.mmlens.c.lower;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.mmlens.c.type.CType;
import org.mmlens.c.type.IntKind;

/// Constants and string literals as spelt (C11 §6.4.4, §6.4.5).
final class Literals {

  private Literals() {}

  /// An integer constant.
  ///
  /// @param type its type
  /// @param value its value
  record Int(CType type, long value) {}

  /// {@return an integer constant, or empty if it is not one}
  ///
  /// @param spelt e.g. `0x10UL`
  static Optional<Int> integer(String spelt) {
    String text = spelt.toLowerCase(Locale.ROOT);
    int end = text.length();
    while (end > 0 && "ul".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    String suffix = text.substring(end);
    String digits = text.substring(0, end);
    int radix = 10;
    if (digits.startsWith("0x")) {
      radix = 16;
      digits = digits.substring(2);
    } else if (digits.startsWith("0b")) {
      radix = 2;
      digits = digits.substring(2);
    } else if (digits.length() > 1 && digits.startsWith("0")) {
      radix = 8;
      digits = digits.substring(1);
    }
    try {
      long value = Long.parseUnsignedLong(digits, radix);
      return Optional.of(new Int(type(value, radix, suffix), value));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  /// The first type that can hold the value (C11 §6.4.4.1p5).
  private static CType type(long value, int radix, String suffix) {
    boolean unsigned = suffix.contains("u");
    long longs = suffix.chars().filter(c -> c == 'l').count();
    boolean either = radix != 10 && !unsigned;
    if (longs == 0) {
      if (!unsigned && value >= 0 && value <= Integer.MAX_VALUE) {
        return CType.INT;
      }
      if ((unsigned || either) && value >= 0 && value <= 0xffff_ffffL) {
        return CType.UINT;
      }
    }
    IntKind kind = longs == 2 ? IntKind.LLONG : IntKind.LONG;
    return new CType.Int(unsigned || (either && value < 0) ? kind.unsigned() : kind);
  }

  /// {@return the value of a character constant, which is an `int`}
  ///
  /// @param spelt with its quotes
  static long character(String spelt) {
    byte[] bytes = bytes(spelt.substring(spelt.indexOf('\'') + 1, spelt.length() - 1));
    if (spelt.startsWith("L") || spelt.startsWith("u") || spelt.startsWith("U")) {
      throw new Unlowerable("wide character");
    }
    int value = bytes.length == 1 ? bytes[0] : 0;
    for (int i = 0; bytes.length > 1 && i < bytes.length; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }

  /// {@return the bytes of a string literal without the terminating zero}
  ///
  /// @param spelt with its quotes; adjacent literals already joined
  static byte[] string(String spelt) {
    if (!spelt.startsWith("\"")) {
      throw new Unlowerable("wide string");
    }
    return bytes(spelt.substring(1, spelt.length() - 1));
  }

  private static byte[] bytes(String body) {
    var out = new ByteArrayOutputStream();
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i++);
      if (c != '\\' || i == body.length()) {
        int point = body.codePointAt(i - 1);
        out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point) - 1;
        continue;
      }
      i = escape(body, i, out);
    }
    return out.toByteArray();
  }

  private static int escape(String body, int start, ByteArrayOutputStream out) {
    char c = body.charAt(start);
    int i = start + 1;
    switch (c) {
      case 'n' -> out.write('\n');
      case 't' -> out.write('\t');
      case 'r' -> out.write('\r');
      case 'a' -> out.write(7);
      case 'b' -> out.write('\b');
      case 'f' -> out.write('\f');
      case 'v' -> out.write(11);
      case 'e' -> out.write(27);
      case 'x' -> {
        // More digits than a byte has are those of the next literal, joined to this one.
        int value = 0;
        int most = Math.min(body.length(), i + 2);
        while (i < most && Character.digit(body.charAt(i), 16) >= 0) {
          value = value * 16 + Character.digit(body.charAt(i++), 16);
        }
        out.write(value);
      }
      default -> {
        if (c < '0' || c > '7') {
          out.write(c);
          break;
        }
        int value = c - '0';
        for (int n = 1; n < 3 && i < body.length() && isOctal(body.charAt(i)); n++) {
          value = value * 8 + body.charAt(i++) - '0';
        }
        out.write(value);
      }
    }
    return i;
  }

  private static boolean isOctal(char c) {
    return c >= '0' && c <= '7';
  }
}
