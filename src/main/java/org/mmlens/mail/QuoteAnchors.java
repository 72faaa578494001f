package org.mmlens.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the hunk of a series that a comment stands under when the quotation leaves out its file.
///
/// As in b4 the quoted text decides: the same `@@` line, or else the same diff line where only one
/// hunk has it. Line numbers do not count, people edit them.
final class QuoteAnchors {

  private record Known(ReviewComment.HunkName name, List<String> lines) {}

  private final List<Known> hunks = new ArrayList<>();

  QuoteAnchors(List<PatchMail> patches) {
    patches.forEach(patch -> collect(patch.diff().lines()));
  }

  private void collect(List<String> lines) {
    var place = new QuotePlace();
    @Nullable String header = null;
    for (String line : lines) {
      place.take(line);
      Optional<ReviewComment.HunkName> hunk = place.hunk();
      if (hunk.isEmpty()) {
        header = null;
        continue;
      }
      if (!(hunk.get().path() + hunk.get().number()).equals(header)) {
        header = hunk.get().path() + hunk.get().number();
        hunks.add(new Known(hunk.get(), new ArrayList<>()));
      }
      hunks.getLast().lines().add(PatchText.readable(line).stripTrailing());
    }
  }

  /// {@return the answer with every comment at a hunk of the series, where there is one}
  ReviewReply resolve(ReviewReply reply) {
    List<ReviewComment> comments = reply.comments().stream().map(this::resolve).toList();
    return new ReviewReply(reply.envelope(), reply.quoted(), comments);
  }

  private ReviewComment resolve(ReviewComment comment) {
    boolean known =
        comment.hunk().filter(h -> hunks.stream().anyMatch(k -> k.name().equals(h))).isPresent();
    if (known || comment.under().isEmpty()) {
      return comment;
    }
    List<Known> same =
        comment
            .hunk()
            .map(h -> hunks.stream().filter(k -> k.name().header().equals(h.header())).toList())
            .orElse(List.of());
    if (same.size() != 1) {
      same = hunks.stream().filter(k -> k.lines().contains(comment.under())).toList();
    }
    return same.size() != 1
        ? comment
        : new ReviewComment(
            comment.author(),
            comment.text(),
            comment.at(),
            comment.under(),
            Optional.of(same.getFirst().name()));
  }
}
