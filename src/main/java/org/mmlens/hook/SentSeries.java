package org.mmlens.hook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mmlens.mail.Selection;
import org.mmlens.mail.Series;
import org.mmlens.mail.SeriesReader;
import org.mmlens.mail.SeriesReading;
import org.mmlens.tree.BaseChoice;
import org.mmlens.tree.BaseSearch;

/// Mails that are about to be sent, on the commit they were made for.
final class SentSeries {

  private SentSeries() {}

  /// {@return the series that the mails are}
  ///
  /// @param git started where the hook was
  /// @param mails all mails that git-send-email(1) is to send, or one of them
  static Occasion of(Git git, List<Path> mails) {
    SeriesReading reading = SeriesReader.read(mails, new Selection.Newest());
    if (reading.series().isEmpty()) {
      return new Occasion.Unreadable(reading.diagnostics());
    }
    Series series = reading.series().get();
    Optional<String> head = git.line("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
    String files =
        mails.stream()
            .map(mail -> HookFile.quoted(mail.toString()))
            .collect(Collectors.joining(" "));
    return switch (BaseSearch.choose(
        git.repository(), series, head.stream().toList(), Optional.empty())) {
      case BaseChoice.Found(var tree, _) ->
          new Occasion.Change(series, tree, "mmlens review --git . " + files);
      case BaseChoice.NotFound(var why, _) -> new Occasion.Unreadable(List.of(why));
    };
  }
}
