package org.mmlens.bot.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A kernel tree that series are applied to, `[[tree]]`.
public sealed interface TreeConfig {

  /// {@return what it is called, unique among the trees}
  String name();

  /// {@return the lists whose series belong to it; all where none is named}
  List<String> lists();

  /// A git repository. A base is looked for as `mmlens review --git` does it.
  ///
  /// @param name what it is called
  /// @param lists the lists whose series belong to it
  /// @param repository bare or not; nothing is checked out
  /// @param base what to take where a series does not say and its blobs do not tell
  /// @param branches where to look back from for these blobs; the base where none is named
  record Git(
      String name,
      List<String> lists,
      Path repository,
      Optional<String> base,
      List<String> branches)
      implements TreeConfig {
    /// Copies the lists.
    public Git {
      lists = List.copyOf(lists);
      branches = List.copyOf(branches);
    }
  }

  /// A folder or a packed archive.
  ///
  /// @param name what it is called
  /// @param lists the lists whose series belong to it
  /// @param path the folder or file
  record Files(String name, List<String> lists, Path path) implements TreeConfig {
    /// Copies the list.
    public Files {
      lists = List.copyOf(lists);
    }
  }

  /// {@return whether a series that went to these addresses may be for this tree}
  ///
  /// @param addresses in lower case
  default boolean serves(List<String> addresses) {
    return lists().isEmpty() || lists().stream().anyMatch(addresses::contains);
  }
}
