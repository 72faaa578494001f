package org.mmlens.bot.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Small mails for tests of sources, told apart by a number.
final class Letters {

  private static final Pattern NUMBER = Pattern.compile("(?m)^Message-ID: <(\\d+)@example\\.org>");

  private Letters() {}

  static String text(int number) {
    return text(number, "Hello.\n");
  }

  static String text(int number, String body) {
    return """
    From: Ann Example <ann@example.org>
    To: list@example.org
    Subject: letter %1$d
    Date: Mon, 02 Feb 2026 10:00:00 +0000
    Message-ID: <%1$d@example.org>

    """
            .formatted(number)
        + body;
  }

  /// {@return the numbers of the mails that came, in order}
  static List<Integer> numbers(Batch batch) {
    return batch.arrivals().stream().map(Letters::number).toList();
  }

  private static int number(Arrival arrival) {
    Matcher m = NUMBER.matcher(new String(arrival.raw(), StandardCharsets.UTF_8));
    return m.find() ? Integer.parseInt(m.group(1)) : -1;
  }
}
