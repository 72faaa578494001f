package org.mmlens.bot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.mmlens.bot.config.Identity;
import org.mmlens.bot.state.Revision;
import org.mmlens.mail.Glance;
import org.mmlens.report.Printable;

/// The mail that a review becomes: the `lkml` report with the header it needs to be sent, and what
/// only the bot knows.
///
/// Nothing of a stranger's mail gets into the header but addresses that are nothing else, a
/// Message-ID without blanks, and a title that is encoded or printable ASCII on one line.
final class Letter {

  private static final int COLUMNS = 73;
  private static final int LONGEST_TITLE = 500;
  private static final int MOST_LINES = 40;
  private static final String SIGNATURE = "-- ";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

  /// Whom it goes to.
  ///
  /// @param author the first of all
  /// @param others may be empty
  record Addressees(String author, List<String> others) {
    Addressees {
      others = List.copyOf(others);
    }

    List<String> all() {
      var all = new ArrayList<String>();
      all.add(author);
      all.addAll(others);
      return all;
    }
  }

  private final Identity identity;
  private final Revision revision;
  private final Glance first;
  private final StringBuilder out = new StringBuilder();

  /// @param identity who writes
  /// @param revision about what
  /// @param first the mail that is answered: the cover letter or the first patch
  Letter(Identity identity, Revision revision, Glance first) {
    this.identity = identity;
    this.revision = revision;
    this.first = first;
  }

  /// {@return the Message-ID of the mail about a revision: the same whenever it is written}
  static String messageId(Revision revision, Identity identity) {
    String address = identity.address();
    String domain = address.substring(address.indexOf('@') + 1);
    return "mmlens-%s-v%d@%s"
        .formatted(Digest.of(revision.id() + "\n" + address), revision.number(), domain);
  }

  /// {@return the whole mail, lines ended by CR LF}
  ///
  /// @param to whom it goes to
  /// @param date when it is written
  /// @param report the body, without what the bot knows; its own header is left out
  /// @param told further paragraphs, each of lines that are wrapped here
  byte[] write(Addressees to, Instant date, List<String> report, List<List<String>> told) {
    header(to, date);
    List<String> body = report;
    int end = body.lastIndexOf(SIGNATURE);
    line("");
    (end < 0 ? body : body.subList(0, end)).forEach(this::line);
    for (List<String> paragraph : told) {
      paragraph.stream().limit(MOST_LINES).forEach(this::told);
      line("");
    }
    line(SIGNATURE);
    line("mmlens");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void header(Addressees to, Instant date) {
    line("From: " + identity.name() + " <" + identity.address() + ">");
    addresses("To", List.of(to.author()));
    addresses("Cc", to.others());
    identity.replyTo().ifPresent(address -> line("Reply-To: " + address));
    line("Subject: " + subject());
    line("Date: " + DATE.format(date.atOffset(ZoneOffset.UTC)));
    line("Message-ID: <" + messageId(revision, identity) + ">");
    answered();
    line("MIME-Version: 1.0");
    line("Content-Type: text/plain; charset=utf-8");
    line("Content-Transfer-Encoding: 8bit");
    line("Auto-Submitted: auto-generated");
  }

  private void addresses(String name, List<String> addresses) {
    String lead = name + ": ";
    for (int k = 0; k < addresses.size(); k++) {
      if (!Glance.isAddress(addresses.get(k))) {
        throw new IllegalArgumentException("not an address: " + addresses.get(k));
      }
      line(lead + addresses.get(k) + (k + 1 < addresses.size() ? "," : ""));
      lead = " ";
    }
  }

  private void answered() {
    var ids = new ArrayList<>(first.envelope().references());
    ids.add(first.envelope().messageId());
    List<String> safe = ids.stream().filter(id -> id.matches("[!-;=?-~]{1,250}")).toList();
    if (!safe.isEmpty() && safe.getLast().equals(first.envelope().messageId())) {
      line("In-Reply-To: <" + safe.getLast() + ">");
      String lead = "References: ";
      for (String id : safe.subList(Math.max(0, safe.size() - 10), safe.size())) {
        line(lead + "<" + id + ">");
        lead = " ";
      }
    }
  }

  private String subject() {
    String title = Printable.of(first.envelope().subject());
    String cut = title.substring(0, Math.min(title.length(), LONGEST_TITLE));
    String answer = first.subject().reply() ? cut : "Re: " + cut;
    String encoded = EncoderUtil.encodeIfNecessary(answer, EncoderUtil.Usage.TEXT_TOKEN, 9);
    return encoded.replaceAll("\\?=\\s*=\\?", "?=\r\n =?");
  }

  /// Adds a line that the bot says, behind a mark that no tool takes for a trailer.
  private void told(String text) {
    var line = new StringBuilder("|");
    for (String word : Printable.of(text).split(" +")) {
      if (line.length() + 1 + word.length() > COLUMNS && line.length() > 4) {
        line(line.toString());
        line.setLength(0);
        line.append("|  ");
      }
      line.append(' ').append(word);
    }
    line(line.toString());
  }

  private void line(String text) {
    out.append(text).append("\r\n");
  }
}
