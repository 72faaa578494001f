package org.mmlens.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Position;
import org.mmlens.explore.Difference;

/// One remark on a patch, complete: a report needs nothing else to print it.
///
/// @param severity how much it matters (DESIGN.md §6)
/// @param rule the check's id, stable across releases, e.g. `behaviour-changed`, `unexported`
/// @param at where the remark belongs, in the tree after the patch
/// @param message one sentence, no full stop, names the C symbols it is about
/// @param evidence what shows that it is so, in reading order
/// @param expected what it was before it was known to be expected; absent for one that is not
public record Finding(
    Severity severity,
    String rule,
    Position at,
    String message,
    List<String> evidence,
    Optional<Expected.Mark> expected) {

  private static final int FINGERPRINT_DIGITS = 16;

  /// Most severe first, then by place: the order of every report.
  public static final Comparator<Finding> REPORT_ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::at)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::message);

  /// Copies the list.
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /// A finding that nobody expects.
  ///
  /// @param severity how much it matters
  /// @param rule the check's id
  /// @param at where the remark belongs
  /// @param message one sentence
  /// @param evidence what shows that it is so
  public Finding(
      Severity severity, String rule, Position at, String message, List<String> evidence) {
    this(severity, rule, at, message, evidence, Optional.empty());
  }

  /// {@return this as a note that says why it was expected}
  ///
  /// @param mark who expects it, and why
  Finding asExpected(Expected.Mark mark) {
    String words = "%s, as expected: %s (%s)".formatted(message, mark.reason(), mark.where());
    return new Finding(Severity.NOTE, rule, at, words, evidence, Optional.of(mark));
  }

  /// {@return a name that stays the same while a series is rebased or resent: 16 hex digits}
  ///
  /// It rests on rule, file and message; numbers and addresses in the message do not count, nor do
  /// the line and whether the finding is expected.
  public String fingerprint() {
    String words =
        expected
            .map(Expected.Mark::message)
            .orElse(message)
            .replaceAll("\\b(?:0x)?(?=[0-9a-f]*[0-9])[0-9a-f]{3,}\\b|\\b\\d+\\b", "#");
    byte[] text = String.join("\n", rule, at.path(), words).getBytes(StandardCharsets.UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// {@return whether it stands for a difference}
  boolean tells(Difference d) {
    return evidence.contains(d.summary()) && evidence.contains("scenario: " + d.scenario());
  }

  /// How much a finding matters, most severe first.
  public enum Severity {
    /// Behaviour differs within the contract, a caller breaks, a claim is refuted.
    ERROR,
    /// Behaviour differs outside the contract, or something became visible to more than before.
    WARNING,
    /// Worth knowing.
    NOTE
  }
}
