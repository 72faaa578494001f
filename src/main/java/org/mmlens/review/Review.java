package org.mmlens.review;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;
import org.mmlens.tree.Mismatch;

/// The review of one series: the canonical result, from which every format is made.
///
/// @param series what was reviewed
/// @param tree what it was applied to, e.g. `directory linux-source-6.12`, `git 1a2b3c (v6.10)`,
///   `bundled fixture`; never an absolute path
/// @param patches one for each patch, in order, tree before it against tree after it
/// @param whole the series as a whole, first tree against last; absent for a single patch
/// @param diagnostics what was wrong with the input, in order
/// @param seed the seed in force
/// @param complete false if the review was interrupted
/// @param placing how tree and series were brought together
public record Review(
    SeriesHead series,
    String tree,
    List<PatchReview> patches,
    Optional<PatchReview> whole,
    List<Diagnostic> diagnostics,
    long seed,
    boolean complete,
    Placing placing) {
  /// Copies the lists.
  public Review {
    patches = List.copyOf(patches);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A review of a series that needed no choices to be applied.
  ///
  /// @param series what was reviewed
  /// @param tree what it was applied to
  /// @param patches one for each patch
  /// @param whole the series as a whole
  /// @param diagnostics what was wrong with the input
  /// @param seed the seed in force
  /// @param complete false if the review was interrupted
  public Review(
      SeriesHead series,
      String tree,
      List<PatchReview> patches,
      Optional<PatchReview> whole,
      List<Diagnostic> diagnostics,
      long seed,
      boolean complete) {
    this(series, tree, patches, whole, diagnostics, seed, complete, Placing.NOTHING_TO_SAY);
  }

  /// How tree and series were brought together.
  ///
  /// @param decisions one line for each choice: the base, hunks put elsewhere than their headers
  ///   say
  /// @param mismatches the hunks that fit nowhere, beside what the tree has
  public record Placing(List<String> decisions, List<Mismatch> mismatches) {
    /// No choice was made.
    public static final Placing NOTHING_TO_SAY = new Placing(List.of(), List.of());

    /// Copies the lists.
    public Placing {
      decisions = List.copyOf(decisions);
      mismatches = List.copyOf(mismatches);
    }
  }

  /// What identifies a series.
  ///
  /// @param subject of the cover letter, else of the first patch, without the prefix
  /// @param revision 1 for a first posting
  /// @param author name and address
  /// @param messageId of the cover letter, else of the first patch, without brackets; may be empty
  public record SeriesHead(String subject, int revision, String author, String messageId) {}

  /// The review of one patch, or of the series as a whole.
  ///
  /// @param number from 1; 0 for the series as a whole
  /// @param total how many patches the series has
  /// @param subject without the prefix
  /// @param messageId without brackets; may be empty
  /// @param verdict on behaviour
  /// @param findings in report order, behaviour, surface and claims together
  /// @param hunks the patch's hunks, for reports that show code; in order of the mail
  /// @param remarks what people wrote about it, in order of the mail
  public record PatchReview(
      int number,
      int total,
      String subject,
      String messageId,
      Verdict verdict,
      List<Finding> findings,
      List<Hunk> hunks,
      List<Remark> remarks) {
    /// Copies and sorts the lists.
    public PatchReview {
      findings = findings.stream().sorted(Finding.REPORT_ORDER).toList();
      hunks = List.copyOf(hunks);
      remarks = List.copyOf(remarks);
    }

    /// {@return whether behaviour differs, and all of that was declared beforehand}
    public boolean asExpected() {
      return verdict instanceof Verdict.Different
          && findings.stream()
              .filter(f -> f.rule().equals("behaviour-changed"))
              .allMatch(f -> f.expected().isPresent())
          && findings.stream().anyMatch(f -> f.expected().isPresent());
    }

    /// A patch that nobody has said anything about.
    ///
    /// @param number from 1
    /// @param total how many patches the series has
    /// @param subject without the prefix
    /// @param messageId without brackets
    /// @param verdict on behaviour
    /// @param findings behaviour, surface and claims
    /// @param hunks the patch's hunks
    public PatchReview(
        int number,
        int total,
        String subject,
        String messageId,
        Verdict verdict,
        List<Finding> findings,
        List<Hunk> hunks) {
      this(number, total, subject, messageId, verdict, findings, hunks, List.of());
    }
  }

  /// What somebody wrote about a patch in answer to it.
  ///
  /// @param author who; empty where the mail does not say
  /// @param text the words
  /// @param under the quoted line they stand under; empty where there is none
  /// @param place the file and the `@@` line they stand in; empty where they concern the message
  /// @param hunk the hunk they stand in; absent for the message, and where the patch was not
  ///   applied
  public record Remark(
      String author, String text, String under, String place, Optional<Hunk> hunk) {}

  /// A hunk as the mail has it.
  ///
  /// @param after where it begins in the tree after the patch
  /// @param before where it begins in the tree before the patch
  /// @param lines the body, each with its leading `' '`, `-` or `+`
  public record Hunk(Position before, Position after, List<String> lines) {
    /// Copies the list.
    public Hunk {
      lines = List.copyOf(lines);
    }
  }
}
