package org.mmlens.review;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mmlens.cache.Records;
import org.mmlens.cache.Store;
import org.mmlens.diag.Position;
import org.mmlens.mail.BaseHints;
import org.mmlens.mail.CoverLetter;
import org.mmlens.mail.Envelope;
import org.mmlens.mail.PatchMail;
import org.mmlens.mail.PatchText;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesHeading;
import org.mmlens.mail.Subject;
import org.mmlens.tree.SourceTree;

/// Whole reviews of earlier runs.
///
/// A review follows from the series, the files of the tree, the options and the build of mmlens;
/// all of these are in the key. Of the tree it is the identity of the whole: which files use a name
/// is asked of all of them. A tree that has none is reviewed anew each time.
///
/// @param store where they are kept
public record Results(Store store) {

  private static final String KIND = "reviews";

  /// {@return the review, of an earlier run if it was made there}
  ///
  /// @param what which kind of review
  /// @param series what is reviewed
  /// @param tree what it is applied to
  /// @param options how much is run
  /// @param make makes it
  public Review get(
      String what, Series series, SourceTree tree, ReviewOptions options, Supplier<Review> make) {
    Optional<List<String>> key =
        tree.identity().map(id -> key(List.of(what, tree.name(), id), series, options));
    Optional<Review> known =
        key.flatMap(k -> store.get(KIND, k)).map(bytes -> Records.unpack(Review.class, bytes));
    if (known.isPresent()) {
      return known.get();
    }
    Review made = make.get();
    if (lasting(made)) {
      key.ifPresent(k -> store.put(KIND, k, Records.pack(Review.class, made)));
    }
    return made;
  }

  /// Whether another run would come to the same result. Where a hunk does not fit, the blobs that a
  /// repository happens to hold count, too, and these are no part of the tree.
  private static boolean lasting(Review review) {
    return review.complete()
        && review.placing().equals(Review.Placing.NOTHING_TO_SAY)
        && Stream.concat(review.patches().stream(), review.whole().stream())
            .noneMatch(part -> part.verdict() instanceof Verdict.NotReviewed);
  }

  private static List<String> key(List<String> tree, Series series, ReviewOptions options) {
    List<String> key = new ArrayList<>(tree);
    key.add(text(SeriesHeading.class, series.heading()));
    key.add(text(BaseHints.class, series.base()));
    key.add(series.cover().map(cover -> text(CoverLetter.class, cover)).orElse(""));
    series.patches().forEach(mail -> key.add(text(Patch.class, Patch.of(mail))));
    key.add("options");
    key.add(options.only().map(String::valueOf).orElse("all"));
    key.add(options.seed() + " " + options.steps() + " " + options.faultRuns());
    options.config().values().forEach((name, value) -> key.addAll(List.of(name, value)));
    return key;
  }

  private static <T> String text(Class<T> type, T value) {
    return new String(Records.pack(type, value), StandardCharsets.ISO_8859_1);
  }

  /// All of a patch; where its lines stand in the mail is part of messages.
  private record Patch(
      Envelope envelope,
      Subject subject,
      List<String> texts,
      List<String> lines,
      List<Position> at) {

    static Patch of(PatchMail mail) {
      PatchText diff = mail.diff();
      return new Patch(
          mail.envelope(),
          mail.subject(),
          List.of(mail.author(), mail.message(), mail.notes(), diff.origin()),
          diff.lines(),
          IntStream.range(0, diff.lines().size()).mapToObj(diff::at).toList());
    }
  }
}
