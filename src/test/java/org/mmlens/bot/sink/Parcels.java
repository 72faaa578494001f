package org.mmlens.bot.sink;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Parcels for tests of sinks.
final class Parcels {

  private Parcels() {}

  static Parcel parcel(String id, String... recipients) {
    return parcel(id, new TreeMap<>(), recipients);
  }

  static Parcel parcel(String id, SortedMap<String, Path> reports, String... recipients) {
    return new Parcel(
        id,
        "series-" + id,
        text(id).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
        new Parcel.Envelope("bot@example.org", List.of(recipients)),
        reports);
  }

  static String text(String id) {
    return """
    From: Bot <bot@example.org>
    To: Ann Example <ann@example.org>
    Subject: Re: [PATCH v2 1/3] mm: move the caf\u00e9
    Date: Mon, 02 Feb 2026 10:00:00 +0000
    Message-ID: <%s>
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8
    Content-Transfer-Encoding: 8bit

    What was run shows a difference.
    .
    .. a line of two dots, and na\u00efve bytes
    From the last line
    """
        .formatted(id);
  }
}
