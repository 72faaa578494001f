package org.mmlens.c;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.mmlens.c.lower.Unit;
import org.mmlens.c.parse.Configuration;
import org.mmlens.cache.Store;

/// Units and groupings of earlier runs, found by the content of all files they were made from.
///
/// As with a compiler's cache that looks at no preprocessor output: for a question (which files
/// under which configuration) it is kept which files were read and looked for, and with what
/// content; where a tree has the same, the answer is the same.
final class Memory {

  private static final String MANIFESTS = "manifests";
  private static final String UNIT = "unit";
  private static final String GROUPS = "groups";

  /// Units of one question that are held at a time: the first, which is likely that of the tree all
  /// others come from, and the newest few.
  private static final int MOST = 4;

  private final Store store;
  private final Map<List<String>, Manifests> manifests = new HashMap<>();
  private final Map<List<String>, List<Held>> units = new HashMap<>();

  Memory(Store store) {
    this.store = store;
  }

  private record Held(List<String> key, RememberedUnit unit) {}

  static List<String> question(Configuration configuration, List<String> files) {
    List<String> question = new ArrayList<>(List.of(configuration.toString()));
    question.addAll(files);
    return question;
  }

  private synchronized Manifests manifests(List<String> question) {
    return manifests.computeIfAbsent(
        question, q -> store.get(MANIFESTS, q).map(Manifests::unpacked).orElseGet(Manifests::new));
  }

  private static List<String> key(List<String> question, String id) {
    List<String> key = new ArrayList<>(List.of(id));
    key.addAll(question);
    return key;
  }

  /// {@return the unit}
  ///
  /// @param question which
  /// @param contents the tree
  /// @param parse makes it
  RememberedUnit unit(List<String> question, Contents contents, Supplier<Unit> parse) {
    Optional<RememberedUnit> known =
        manifests(question)
            .match(contents)
            .flatMap(id -> recalled(question, key(question, id), parse));
    if (known.isPresent()) {
      return known.get();
    }
    Unit unit = parse.get();
    String id = manifests(question).add(Manifest.of(unit.parsed().lookedFor(), contents));
    return held(question, key(question, id), RememberedUnit.of(unit));
  }

  private Optional<RememberedUnit> recalled(
      List<String> question, List<String> key, Supplier<Unit> parse) {
    synchronized (this) {
      for (Held held : units.getOrDefault(question, List.of())) {
        if (held.key().equals(key)) {
          return Optional.of(held.unit());
        }
      }
    }
    return store
        .get(UNIT, key)
        .map(bytes -> held(question, key, RememberedUnit.unpacked(bytes, parse)));
  }

  private synchronized RememberedUnit held(
      List<String> question, List<String> key, RememberedUnit unit) {
    List<Held> all = units.computeIfAbsent(question, _ -> new ArrayList<>());
    for (Held held : all) {
      if (held.key().equals(key)) {
        return held.unit();
      }
    }
    all.add(new Held(key, unit));
    if (all.size() > MOST) {
      save(all.remove(1));
    }
    return unit;
  }

  /// {@return what is grouped how}
  ///
  /// @param question what is asked
  /// @param contents the tree
  Optional<byte[]> groups(List<String> question, Contents contents) {
    return manifests(question).match(contents).flatMap(id -> store.get(GROUPS, key(question, id)));
  }

  /// Keeps what is grouped how.
  ///
  /// @param question what was asked
  /// @param manifest what was read for the answer
  /// @param groups the answer
  void keepGroups(List<String> question, Manifest manifest, byte[] groups) {
    String id = manifests(question).add(manifest);
    store.put(GROUPS, key(question, id), groups);
  }

  private void save(Held held) {
    held.unit().packed().ifPresent(bytes -> store.put(UNIT, held.key(), bytes));
  }

  /// Writes what is new.
  synchronized void save() {
    units.values().forEach(all -> all.forEach(this::save));
    manifests.forEach(
        (question, known) ->
            known.packed().ifPresent(bytes -> store.put(MANIFESTS, question, bytes)));
  }
}
