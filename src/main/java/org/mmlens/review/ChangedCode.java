package org.mmlens.review;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.surface.scan.Kind;
import org.mmlens.tree.SourceTree;

/// Which C functions a change touches: those whose tokens differ, comments and white space aside.
///
/// @param functions functions that are new, gone, moved or different, by name, with a place after
///   the change, or before it for those that are gone
/// @param others names of macros, types and variables of which the same is true
/// @param values variables that both trees define with different initial values, by name
record ChangedCode(
    SequencedMap<String, Position> functions,
    Set<String> others,
    SequencedMap<String, Position> values) {

  ChangedCode {
    functions = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(functions));
    others = java.util.Collections.unmodifiableSet(new TreeSet<>(others));
    values = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// {@return the functions and other names that differ between two trees}
  ///
  /// @param before the tree before
  /// @param after the tree after
  /// @param paths the files that differ
  static ChangedCode between(SourceTree before, SourceTree after, Collection<String> paths) {
    Map<String, Text> old = texts(before, paths);
    Map<String, Text> now = texts(after, paths);
    SequencedMap<String, Position> functions = new LinkedHashMap<>();
    Set<String> others = new TreeSet<>();
    SequencedMap<String, Position> values = new LinkedHashMap<>();
    Set<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(now.keySet());
    for (String key : keys) {
      Optional<Text> a = Optional.ofNullable(now.get(key));
      Optional<Text> b = Optional.ofNullable(old.get(key));
      if (a.map(Text::tokens).equals(b.map(Text::tokens))) {
        continue;
      }
      Text text = a.or(() -> b).orElseThrow();
      if (text.function()) {
        functions.put(text.name(), text.at());
      } else {
        others.add(text.name());
        if (a.isPresent() && b.isPresent() && !a.get().value().equals(b.get().value())) {
          values.put(text.name(), text.at());
        }
      }
    }
    return new ChangedCode(functions, others, values);
  }

  /// The tokens of all definitions of one name in one file.
  ///
  /// @param value those of the initial value, of a variable
  private record Text(String name, boolean function, Position at, String tokens, String value) {}

  private static Map<String, Text> texts(SourceTree tree, Collection<String> paths) {
    Map<String, Text> found = new TreeMap<>();
    for (String path : paths) {
      if (!path.endsWith(".c") && !path.endsWith(".h")) {
        continue;
      }
      Optional<byte[]> bytes = tree.read(path);
      if (bytes.isEmpty()) {
        continue;
      }
      for (Entity e : FileScanner.scan(path, bytes.get()).entities()) {
        if (e.definition()) {
          boolean function = e.kind() == Kind.FUNCTION || e.kind() == Kind.INLINE;
          String tokens =
              e.kind()
                  + " "
                  + e.shape().signature()
                  + " "
                  + e.shape().members()
                  + " "
                  + e.shape().body();
          found.merge(
              path + " " + e.name(),
              new Text(
                  e.name(),
                  function,
                  e.place().at(),
                  tokens,
                  e.kind() == Kind.VARIABLE ? e.shape().body() : ""),
              (x, y) ->
                  new Text(
                      x.name(),
                      x.function() || y.function(),
                      x.at(),
                      x.tokens() + y.tokens(),
                      x.value() + y.value()));
        }
      }
    }
    return found;
  }
}
