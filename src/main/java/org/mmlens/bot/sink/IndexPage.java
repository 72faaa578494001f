package org.mmlens.bot.sink;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The page that lists all reports.
public final class IndexPage {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private IndexPage() {}

  /// {@return the page, in UTF-8 and without anything that it would have to load}
  ///
  /// @param entries in the order they are to be listed
  static String of(List<ReportEntry> entries) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    <meta name="viewport" content="width=device-width">
    <title>mmlens: reviews</title>
    </head>
    <body>
    <h1>Reviews</h1>
    %s</body>
    </html>
    """
        .formatted(table(entries, ""));
  }

  /// {@return a table of reports, each linked}
  ///
  /// @param entries in the order they are to be listed
  /// @param base what to put before the name of a report's folder: empty, or a path that ends in
  ///   `/`
  public static String table(List<ReportEntry> entries, String base) {
    if (entries.isEmpty()) {
      return "<p>There are none yet.</p>\n";
    }
    var rows =
        new StringBuilder("<table>\n<tr><th>sent</th><th>verdict</th><th>series</th></tr>\n");
    for (ReportEntry entry : entries) {
      rows.append(
          "<tr><td>%s</td><td>%s</td><td><a href=\"%s%s/\">%s</a></td></tr>\n"
              .formatted(
                  entry.sent() == 0 ? "" : DAY.format(Instant.ofEpochSecond(entry.sent())),
                  escaped(entry.verdict()),
                  escaped(base),
                  escaped(entry.folder()),
                  escaped(entry.subject().isEmpty() ? entry.folder() : entry.subject())));
    }
    return rows.append("</table>\n").toString();
  }

  /// {@return text that may stand in an element or a quoted attribute; control characters, which
  /// HTML cannot hold, as U+FFFD}
  ///
  /// @param text of whomever
  public static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c);
              }
            });
    return out.toString();
  }
}
