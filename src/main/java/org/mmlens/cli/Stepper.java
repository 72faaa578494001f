package org.mmlens.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import org.mmlens.report.CallStory;

/// Shows a story one effect at a time and asks after each how to go on.
final class Stepper {

  private static final String HELP =
      "Enter: next effect   p: on to where the two sides part   c: all the rest   q: quit";

  private final Surroundings here;
  private final BufferedReader in;

  private enum Pace {
    STEP,
    TO_PARTING,
    TO_END
  }

  Stepper(Surroundings here) {
    this.here = here;
    this.in = new BufferedReader(new InputStreamReader(here.in(), StandardCharsets.UTF_8));
  }

  /// Shows the pieces as standard input asks for them, a line each; at its end, no more of them.
  void show(Iterator<CallStory.Piece> pieces) {
    here.say(HELP);
    Pace pace = Pace.STEP;
    while (pieces.hasNext()) {
      CallStory.Piece piece = pieces.next();
      here.out().print(piece.text());
      here.out().flush();
      boolean stop = pace == Pace.STEP || pace == Pace.TO_PARTING && piece.apart();
      if (stop && pieces.hasNext()) {
        String answer = answer();
        switch (answer) {
          case "" -> pace = Pace.STEP;
          case "p" -> pace = Pace.TO_PARTING;
          case "c" -> pace = Pace.TO_END;
          case "q" -> {
            return;
          }
          default -> throw new IllegalStateException(answer);
        }
      }
    }
  }

  /// {@return one of the answers; `q` at the end of the input}
  private String answer() {
    while (true) {
      String line;
      try {
        line = in.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (line == null) {
        return "q";
      }
      String word = line.strip().toLowerCase(Locale.ROOT);
      if (word.isEmpty() || word.equals("p") || word.equals("c") || word.equals("q")) {
        return word;
      }
      here.say(HELP);
    }
  }
}
