package org.mmlens.surface;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.Export;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Signature;

/// One symbol of a tree: everything that declares, defines or exports it.
///
/// @param name its name
/// @param entities its definitions and declarations, by place; at least one
/// @param exports its exports, by place
public record Symbol(String name, List<Entity> entities, List<Export> exports) {

  /// The kinds, the one that stands for the symbol first: a prototype goes before its stub.
  private static final List<Kind> RANK =
      List.of(
          Kind.FUNCTION,
          Kind.VARIABLE,
          Kind.STRUCT,
          Kind.UNION,
          Kind.ENUM,
          Kind.INLINE,
          Kind.TYPEDEF,
          Kind.ENUMERATOR,
          Kind.MACRO);

  /// Copies and sorts the lists.
  public Symbol {
    if (entities.isEmpty()) {
      throw new IllegalArgumentException("'" + name + "' is declared nowhere");
    }
    entities =
        entities.stream().sorted(Comparator.comparing((Entity e) -> e.place().at())).toList();
    exports = exports.stream().sorted(Comparator.comparing((Export e) -> e.place().at())).toList();
  }

  /// {@return what it is; where conditionals make it several things, the weightiest}
  public Kind kind() {
    return entities.stream()
        .map(Entity::kind)
        .min(Comparator.comparingInt(RANK::indexOf))
        .orElseThrow();
  }

  /// {@return the definitions, by place}
  public List<Entity> definitions() {
    return entities.stream().filter(Entity::definition).toList();
  }

  /// {@return the declarations that define nothing, by place}
  public List<Entity> declarations() {
    return entities.stream().filter(entity -> !entity.definition()).toList();
  }

  /// {@return the entity that says most: a definition of the symbol's kind, if there is one}
  public Entity main() {
    Kind kind = kind();
    return Stream.concat(definitions().stream(), entities.stream())
        .filter(entity -> entity.kind() == kind)
        .findFirst()
        .orElseGet(entities::getFirst);
  }

  /// {@return where the main entity stands}
  public Position at() {
    return main().place().at();
  }

  /// {@return its type}
  public Signature signature() {
    return main().shape().signature();
  }

  /// {@return the files its declarations and definitions stand in}
  public SequencedSet<String> paths() {
    return entities.stream().map(Entity::path).collect(Collectors.toCollection(TreeSet::new));
  }

  /// {@return who can see it, in the widest configuration}
  public Visibility visibility() {
    return Visibilities.of(this);
  }

  /// {@return the export with the widest audience}
  public Optional<Export> export() {
    return exports.stream().max(Comparator.comparing(Export::audience));
  }

  /// {@return whether only the file that defines it can mean it}
  public boolean local() {
    return entities.stream().allMatch(Entity::local);
  }

  /// {@return the name as prose has it: `f()`, `struct s`, `NAME`}
  public String text() {
    return switch (kind()) {
      case FUNCTION, INLINE -> name + "()";
      case MACRO -> signature() instanceof Signature.Callable ? name + "()" : name;
      case STRUCT, UNION, ENUM -> kind().word() + " " + name;
      case VARIABLE, ENUMERATOR, TYPEDEF -> name;
    };
  }
}
