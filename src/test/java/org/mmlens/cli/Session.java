package org.mmlens.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.mmlens.report.SampleReviews;
import org.mmlens.review.Review;

/// One call of the command line, with an engine that gives one of the sample reviews.
final class Session {

  static final String PATCH =
      """
      From: Jo Doe <jo@example.org>
      Subject: [PATCH] mm: say less
      Date: Thu, 1 Jan 2026 00:00:00 +0000
      Message-ID: <20260101.1-jo@example.org>

      Nothing to it.
      ---
      diff --git a/mm/mmap.c b/mm/mmap.c
      --- a/mm/mmap.c
      +++ b/mm/mmap.c
      @@ -1,2 +1,1 @@
       int a;
      -int b;
      """;

  /// What came back.
  record Result(int status, String out, String err) {}

  private final Path folder;
  private String input = PATCH;
  private String sample = "clean";
  private OptionalInt terminal = OptionalInt.empty();
  private Optional<OutputStream> output = Optional.empty();
  private Map<String, String> variables = Map.of();

  /// @param folder where one stands; its `home` is where mmlens is installed
  Session(Path folder) {
    this.folder = folder;
  }

  Session input(String text) {
    input = text;
    return this;
  }

  Session sample(String name) {
    sample = name;
    return this;
  }

  Session terminal(int columns) {
    terminal = OptionalInt.of(columns);
    return this;
  }

  /// What is printed goes there, and the result holds none of it.
  Session output(OutputStream stream) {
    output = Optional.of(stream);
    return this;
  }

  Session variable(String name, String value) {
    variables = Map.of(name, value);
    return this;
  }

  Result run(String... args) {
    Review review = SampleReviews.all().getOrDefault(sample, SampleReviews.all().get("clean"));
    return run(new FixedEngine(() -> review), args);
  }

  Result run(Engine engine, String... args) {
    var out = new StringWriter();
    var err = new StringWriter();
    var here = surroundings(out, err);
    int status = CommandLines.run(here, engine, args);
    return new Result(status, out.toString(), err.toString());
  }

  Surroundings surroundings(StringWriter out, StringWriter err) {
    return new Surroundings(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        output.map(PrintWriter::new).orElseGet(() -> new PrintWriter(out)),
        new PrintWriter(err),
        folder,
        Optional.of(folder.resolve("home")),
        Optional.empty(),
        variables,
        terminal,
        new Interruption());
  }
}
