package org.mmlens.bot.web;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.mmlens.bot.sink.IndexPage;
import org.mmlens.bot.sink.ReportEntry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The pages that are made for each request.
final class Pages {

  private static final int MOST = 500;

  private Pages() {}

  /// {@return the page at `/`: what waits, and the newest reports}
  static String overview(Status status, List<ReportEntry> reports) {
    var rows = new StringBuilder();
    status.queue().stream()
        .limit(MOST)
        .forEach(
            w ->
                rows.append(
                    row("td", w.standing(), w.subject(), w.remark(), "<" + w.series() + ">")));
    String queue =
        rows.isEmpty()
            ? "<p>Nothing waits.</p>\n"
            : "<table>\n"
                + row("th", "standing", "series", "remark", "message")
                + rows
                + "</table>\n";
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>mmlens bot</title>
    </head>
    <body>
    <h1>mmlens bot: %s</h1>
    %s<h2>Queue</h2>
    %s%s<h2>Reports</h2>
    %s</body>
    </html>
    """
        .formatted(
            status.well() ? "well" : "in trouble",
            pairs(status.troubles()),
            pairs(status.counts()),
            queue,
            IndexPage.table(reports.stream().limit(MOST).toList(), "reports/"));
  }

  private static String pairs(SortedMap<String, ?> values) {
    var rows = new StringBuilder();
    values.forEach((key, value) -> rows.append(row("td", key, value.toString())));
    return rows.isEmpty() ? "" : "<table>\n" + rows + "</table>\n";
  }

  private static String row(String cell, String... texts) {
    var row = new StringBuilder("<tr>");
    for (String text : texts) {
      row.append("<%1$s>%2$s</%1$s>".formatted(cell, IndexPage.escaped(text)));
    }
    return row.append("</tr>\n").toString();
  }

  /// {@return the object at `/health`}
  static String health(Status status) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("well", status.well());
    ObjectNode parts = json.putObject("parts");
    for (Map.Entry<String, String> part : status.parts().entrySet()) {
      parts.put(part.getKey(), part.getValue().isEmpty() ? "well" : part.getValue());
    }
    return JsonMapper.shared().writeValueAsString(json) + "\n";
  }
}
