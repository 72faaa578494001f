package org.mmlens.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// The terminal that a standard stream may be.
enum Terminal {
  /// Standard output.
  OUT("/proc/self/fd/1"),
  /// Standard error.
  ERR("/proc/self/fd/2");

  private static final int USUAL = 80;

  private final String stream;

  Terminal(String stream) {
    this.stream = stream;
  }

  /// {@return its width; empty if the stream is a file or a pipe}
  ///
  /// The JDK tells of a console only where standard input is one too, which a mail on it is not.
  OptionalInt columns() {
    Path target;
    try {
      target = Files.readSymbolicLink(Path.of(stream));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
    String name = target.toString();
    boolean terminal = name.startsWith("/dev/pts/") || name.startsWith("/dev/tty");
    return terminal ? OptionalInt.of(width(target)) : OptionalInt.empty();
  }

  /// Asks stty(1), which has no option for the size alone but prints it as `rows columns`.
  private static int width(Path terminal) {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      String[] numbers = size.strip().split(" ");
      int columns = numbers.length == 2 ? Integer.parseInt(numbers[1]) : 0;
      return columns > 0 ? columns : USUAL;
    } catch (IOException | NumberFormatException e) {
      return USUAL;
    }
  }
}
