package org.mmlens.bot.sink;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One result on its way out.
///
/// @param messageId the Message-ID of the message, without angle brackets; the same result has the
///   same
/// @param series the Message-ID of the series' first mail, without angle brackets
/// @param message the whole message (RFC 5322), lines ended by CR LF
/// @param envelope whom it is from and goes to
/// @param reports files of the review by format: `html`, `json`, `lkml`
public record Parcel(
    String messageId,
    String series,
    byte[] message,
    Envelope envelope,
    SortedMap<String, Path> reports) {

  /// Copies the reports.
  public Parcel {
    reports = Collections.unmodifiableSortedMap(new TreeMap<>(reports));
  }

  /// {@return the same for one recipient more}
  ///
  /// @param address whom
  public Parcel copiedTo(String address) {
    var recipients = new LinkedHashSet<>(envelope.recipients());
    recipients.add(address);
    return new Parcel(
        messageId,
        series,
        message,
        new Envelope(envelope.from(), List.copyOf(recipients)),
        reports);
  }

  /// The envelope (RFC 5321 §2.3.1), which need not say what the header says.
  ///
  /// @param from the address that bounces go to
  /// @param recipients addresses, each once; at least one
  public record Envelope(String from, List<String> recipients) {

    /// Copies the recipients.
    public Envelope {
      recipients = List.copyOf(recipients);
      if (recipients.isEmpty()) {
        throw new IllegalArgumentException("an envelope without recipients");
      }
    }
  }
}
