package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Parameter;
import org.mmlens.surface.scan.Use;

/// Finds uses of structure members that a patch removes.
///
/// Where the function declares what stands before `->`, its structure decides. The types of other
/// expressions are not known here; then a name is only followed if no other structure that the file
/// reaches has a member of that name.
final class LostMembers {

  private final TreeView after;

  LostMembers(TreeView after) {
    this.after = after;
  }

  /// {@return the uses, by place}
  List<Use> of(Symbol structure, List<Parameter> added, List<Parameter> removed) {
    Set<String> names = new TreeSet<>();
    removed.forEach(member -> names.add(member.name()));
    added.forEach(member -> names.remove(member.name()));
    names.remove("");
    Map<String, Set<String>> files = after.filesNaming(names);
    List<Use> lost = new ArrayList<>();
    after
        .uses(names)
        .forEach(
            (name, uses) -> {
              Set<String> others = definers(name, files.getOrDefault(name, Set.of()));
              uses.stream()
                  .filter(use -> use.manner() == Use.Manner.MEMBER)
                  .filter(use -> only(use, structure, others))
                  .forEach(lost::add);
            });
    return lost;
  }

  /// {@return the files with a structure that has a member of this name}
  private Set<String> definers(String name, Set<String> files) {
    return files.stream()
        .filter(path -> after.names(path, name))
        .filter(path -> after.facts(path).entities().stream().anyMatch(e -> hasMember(e, name)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean only(Use use, Symbol structure, Set<String> others) {
    if (!use.structure().isEmpty()) {
      return use.structure().equals(structure.name());
    }
    Set<String> closure = after.includes().closure(use.path());
    return structure.paths().stream().anyMatch(closure::contains)
        && others.stream().noneMatch(closure::contains);
  }

  private static boolean hasMember(Entity entity, String name) {
    return entity.shape().members().stream().anyMatch(member -> member.name().equals(name));
  }
}
