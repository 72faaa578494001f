package org.mmlens.hook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mmlens.mail.SeriesReading;
import org.mmlens.tree.GitSeries;
import org.mmlens.tree.Trees;

/// The commits of a push that the remote does not have yet.
final class PushedRange {

  private static final String NONE = "0+";

  private PushedRange() {}

  /// {@return what is pushed, one for each ref}
  ///
  /// @param git started where the hook was
  /// @param remote the name of the remote, or its address
  /// @param updates lines `local-ref local-id remote-ref remote-id`
  static List<Occasion> of(Git git, String remote, List<String> updates) {
    List<Occasion> found = new ArrayList<>();
    for (String update : updates) {
      String[] words = update.strip().split(" ");
      if (words.length != 4) {
        throw new HookException(
            "found '%s' on standard input, expected local-ref local-id remote-ref remote-id"
                .formatted(update));
      }
      if (!words[1].matches(NONE)) {
        found.add(update(git, remote, words));
      }
    }
    return found;
  }

  private static Occasion update(Git git, String remote, String[] words) {
    List<String> command = new ArrayList<>(List.of("rev-list", "--topo-order", words[1], "--not"));
    boolean known = git.ask("cat-file", "-e", words[3] + "^{commit}").ok();
    if (known) {
      command.add(words[3]);
    }
    command.add("--remotes=" + remote);
    List<String> commits = git.must(command.toArray(String[]::new)).text().lines().toList();
    if (commits.isEmpty()) {
      return new Occasion.Nothing("'%s' brings no commit that is new".formatted(words[0]));
    }
    Optional<String> base =
        git.line("rev-parse", "--verify", "--quiet", commits.getLast() + "^1^{commit}");
    if (base.isEmpty()) {
      return new Occasion.Nothing(
          "'%s' shares no commit with what is known of '%s'".formatted(words[0], remote));
    }
    Path repository = git.repository();
    String range = base.get() + ".." + words[1];
    SeriesReading reading = GitSeries.read(repository, range);
    if (reading.series().isEmpty()) {
      return new Occasion.Unreadable(reading.diagnostics());
    }
    return Occasion.of(
        reading.series().get(),
        Trees.git(repository, base.get(), words[0]),
        "mmlens review --git . " + base.get().substring(0, 12) + ".." + words[1].substring(0, 12));
  }
}
