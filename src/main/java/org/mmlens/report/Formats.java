package org.mmlens.report;

import java.util.List;
import java.util.Optional;

/// The formats there are.
public final class Formats {

  private Formats() {}

  /// {@return one report for each format, in the order help lists them}
  ///
  /// @param style for the formats a terminal shows
  public static List<Report> all(Style style) {
    return List.of(
        new TextReport(style),
        new JsonReport(),
        new SarifReport(),
        new LkmlReport(),
        new JunitReport(),
        new KtapReport(),
        new MarkdownReport(),
        new HtmlReport(),
        new GithubReport(),
        new GitlabReport(),
        new B4Report(),
        new B4JsonReport(),
        new PatchworkReport());
  }

  /// {@return the report of a format in its plain style, if there is such a format}
  ///
  /// @param format the name the command line knows it by
  public static Optional<Report> named(String format) {
    return all(Style.plain()).stream().filter(r -> r.format().equals(format)).findFirst();
  }
}
