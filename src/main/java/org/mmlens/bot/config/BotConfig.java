package org.mmlens.bot.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What one bot is told.
///
/// @param folder what it writes lies there
/// @param database where its state is, a JDBC URL
/// @param identity who it is
/// @param sources where mail comes from, at least one
/// @param start which mail is read of a source that has never been read
/// @param sinks where results go, at least one
/// @param trees what series are applied to, the first that serves a series is taken; at least one
/// @param lists the lists there are
/// @param others what may be said where a series went to no list that is named
/// @param limits how much is done
/// @param sizes how much is read and written at a time
/// @param webPort the port on loopback that shows what goes on; absent where nothing is shown
public record BotConfig(
    Path folder,
    String database,
    Identity identity,
    List<SourceConfig> sources,
    Start start,
    List<SinkConfig> sinks,
    List<TreeConfig> trees,
    List<ListConfig> lists,
    Policy others,
    LimitsConfig limits,
    SizesConfig sizes,
    OptionalInt webPort) {

  /// Which mail is read of a source that has never been read.
  public enum Start {
    /// What comes from then on.
    NOW,
    /// All there is.
    BEGINNING
  }

  /// Copies the lists.
  public BotConfig {
    sources = List.copyOf(sources);
    sinks = List.copyOf(sinks);
    trees = List.copyOf(trees);
    lists = List.copyOf(lists);
  }

  /// {@return what may be said of a series that went to these addresses: of all lists that are
  /// named the most restrictive policy}
  ///
  /// @param addresses in lower case
  public Policy policy(List<String> addresses) {
    List<Policy> concerned =
        lists.stream()
            .filter(list -> addresses.contains(list.address()))
            .map(ListConfig::policy)
            .toList();
    return concerned.isEmpty() ? others : Policy.strictest(concerned);
  }

  /// {@return the first tree that serves a series that went to these addresses}
  ///
  /// @param addresses in lower case
  public Optional<TreeConfig> treeFor(List<String> addresses) {
    return trees.stream().filter(tree -> tree.serves(addresses)).findFirst();
  }
}
