package org.mmlens.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Parameter;
import org.mmlens.surface.scan.Use;

/// Finds uses of structure members that a patch removes.
///
/// The types of expressions are not known here, so a name is only followed if no other structure
/// that the file reaches has a member of that name.
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
    List<Use> lost = new ArrayList<>();
    for (Map.Entry<String, List<Use>> entry : after.uses(names).entrySet()) {
      for (Use use : entry.getValue()) {
        if (use.manner() == Use.Manner.MEMBER && only(use, structure)) {
          lost.add(use);
        }
      }
    }
    return lost;
  }

  private boolean only(Use use, Symbol structure) {
    Set<String> closure = after.includes().closure(use.path());
    return structure.paths().stream().anyMatch(closure::contains)
        && closure.stream().noneMatch(path -> hasMember(path, use.name()));
  }

  private boolean hasMember(String path, String name) {
    return after.facts(path).entities().stream().anyMatch(entity -> hasMember(entity, name));
  }

  private static boolean hasMember(Entity entity, String name) {
    return entity.shape().members().stream().anyMatch(member -> member.name().equals(name));
  }
}
