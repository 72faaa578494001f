package org.mmlens.review;

import java.util.List;
import java.util.Optional;
import org.mmlens.diag.Diagnostic;
import org.mmlens.diag.Position;

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
public record Review(
    SeriesHead series,
    String tree,
    List<PatchReview> patches,
    Optional<PatchReview> whole,
    List<Diagnostic> diagnostics,
    long seed,
    boolean complete) {
  /// Copies the lists.
  public Review {
    patches = List.copyOf(patches);
    diagnostics = List.copyOf(diagnostics);
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
  public record PatchReview(
      int number,
      int total,
      String subject,
      String messageId,
      Verdict verdict,
      List<Finding> findings,
      List<Hunk> hunks) {
    /// Copies and sorts the lists.
    public PatchReview {
      findings = findings.stream().sorted(Finding.REPORT_ORDER).toList();
      hunks = List.copyOf(hunks);
    }
  }

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
