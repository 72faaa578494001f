package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Export;
import org.mmlens.surface.scan.FileFacts;

/// Finds the names about which the touched files say something else after a patch.
///
/// Bodies, comments, line numbers and the order of declarations do not matter here.
final class NameDifference {

  private NameDifference() {}

  /// {@return the names, in alphabetical order}
  static SortedSet<String> of(TreeView before, TreeView after, Set<String> touched) {
    SortedSet<String> names = new TreeSet<>();
    for (String path : touched) {
      if (Paths.source(path) && Paths.kernel(path)) {
        names.addAll(between(before.facts(path), after.facts(path)));
      }
    }
    return names;
  }

  private static Set<String> between(FileFacts before, FileFacts after) {
    Map<String, List<String>> was = statements(before);
    Map<String, List<String>> is = statements(after);
    Set<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    names.removeIf(
        name -> was.getOrDefault(name, List.of()).equals(is.getOrDefault(name, List.of())));
    return names;
  }

  private static Map<String, List<String>> statements(FileFacts facts) {
    Map<String, List<String>> byName = new TreeMap<>();
    for (Entity entity : facts.entities()) {
      byName.computeIfAbsent(entity.name(), key -> new ArrayList<>()).add(statement(entity));
    }
    for (Export export : facts.exports()) {
      byName
          .computeIfAbsent(export.symbol(), key -> new ArrayList<>())
          .add("export " + export.audienceText());
    }
    byName.values().forEach(list -> list.sort(null));
    return byName;
  }

  /// {@return what an entity says, without place and body}
  static String statement(Entity entity) {
    var shape = entity.shape();
    return String.join(
        "|",
        entity.kind().word(),
        entity.role().name(),
        entity.linkage().name(),
        shape.signature().types(),
        shape.signature().parameterList().toString(),
        shape.members().toString(),
        shape.attributes().toString(),
        entity.place().condition().text(),
        shape.doc().map(doc -> doc.parameters() + "" + doc.returns()).orElse(""));
  }
}
