package org.mmlens.surface;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mmlens.diag.Position;
import org.mmlens.surface.scan.Entity;
import org.mmlens.surface.scan.FileScanner;
import org.mmlens.surface.scan.Include;
import org.mmlens.surface.scan.Kind;
import org.mmlens.surface.scan.Use;

/// Finds headers that include more than they need once a declaration came or went: an include that
/// only the declaration that went had use for, and a new one that the declaration that came could
/// do without.
///
/// Names are looked up in everything that this include alone brings in; whoever includes the header
/// for the sake of what it includes is not asked.
final class NeedlessIncludes {

  private final TreeView before;
  private final TreeView after;
  private final Set<String> touched;

  NeedlessIncludes(TreeView before, TreeView after, Set<String> touched) {
    this.before = before;
    this.after = after;
    this.touched = touched;
  }

  List<SurfaceChange> changes() {
    List<SurfaceChange> changes = new ArrayList<>();
    for (String path : touched) {
      if (Paths.header(path) && Paths.kernel(path) && both(path)) {
        changes.addAll(in(path));
      }
    }
    return changes;
  }

  private boolean both(String path) {
    return before.tree().exists(path) && after.tree().exists(path);
  }

  private List<SurfaceChange> in(String header) {
    Optional<Symbol> gone = difference(before, after, header);
    Optional<Symbol> fresh = difference(after, before, header);
    List<String> was = before.includes().direct(header, header);
    List<SurfaceChange> changes = new ArrayList<>();
    for (String included : after.includes().direct(header, header)) {
      Optional<SurfaceChange> change =
          was.contains(included)
              ? gone.flatMap(symbol -> outlived(symbol, header, included))
              : fresh.flatMap(symbol -> excessive(symbol, header, included));
      change.ifPresent(changes::add);
    }
    return changes;
  }

  /// {@return a symbol that the header declares in one tree and not in the other}
  private static Optional<Symbol> difference(TreeView one, TreeView other, String header) {
    SortedSet<String> names = names(one.facts(header).entities().stream());
    names.removeAll(names(other.facts(header).entities().stream()));
    return names.stream()
        .flatMap(name -> Stream.concat(of(other, name), of(one, name)))
        .filter(symbol -> symbol.kind() == Kind.FUNCTION || symbol.kind() == Kind.INLINE)
        .findFirst();
  }

  private static Stream<Symbol> of(TreeView view, String name) {
    return Symbols.of(view, Set.of(name)).getOrDefault(name, List.of()).stream();
  }

  private static SortedSet<String> names(Stream<Entity> entities) {
    SortedSet<String> names = new TreeSet<>();
    entities.forEach(entity -> names.add(entity.name()));
    return names;
  }

  private Optional<SurfaceChange> outlived(Symbol symbol, String header, String included) {
    Set<String> own = names(after.facts(included).entities().stream());
    boolean needed =
        uses(before, header, own).isEmpty()
            || !uses(after, header, own).isEmpty()
            || !uses(after, header, brought(header, included)).isEmpty();
    return needed
        ? Optional.empty()
        : Optional.of(change(symbol, header, included, "and needed it only for"));
  }

  private Optional<SurfaceChange> excessive(Symbol symbol, String header, String included) {
    List<Use> uses = uses(after, header, brought(header, included));
    if (uses.isEmpty()) {
      return Optional.of(change(symbol, header, included, "and uses nothing of it, for"));
    }
    Set<String> names = new TreeSet<>();
    uses.forEach(use -> names.add(use.name()));
    String text = after.tree().text(header).orElse("");
    return names.stream().allMatch(name -> tagOnly(name) && pointersOnly(text, name))
        ? Optional.of(
            change(
                symbol,
                header,
                included,
                "where 'struct %s;' would do for".formatted(names.iterator().next())))
        : Optional.empty();
  }

  private boolean tagOnly(String name) {
    return of(after, name).allMatch(symbol -> symbol.kind() == Kind.STRUCT);
  }

  private static boolean pointersOnly(String text, String name) {
    String plain = text.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", " ");
    return !Pattern.compile("\\bstruct\\s+" + Pattern.quote(name) + "\\b(?!\\s*[*;])")
        .matcher(plain)
        .find();
  }

  /// {@return the names that the header would not see without this include}
  private Set<String> brought(String header, String included) {
    Set<String> files = new HashSet<>(after.includes().closure(included));
    for (String other : after.includes().direct(header, header)) {
      if (!other.equals(included)) {
        files.removeAll(after.includes().closure(other));
      }
    }
    files.remove(header);
    return names(files.stream().flatMap(path -> after.facts(path).entities().stream()));
  }

  private static List<Use> uses(TreeView view, String header, Set<String> names) {
    Set<String> own = names(view.facts(header).entities().stream());
    Set<String> others = new TreeSet<>(names);
    others.removeAll(own);
    return view.tree()
        .read(header)
        .map(bytes -> FileScanner.uses(header, bytes, others))
        .orElse(List.of());
  }

  private SurfaceChange change(Symbol symbol, String header, String included, String reason) {
    Position at =
        after.facts(header).includes().stream()
            .filter(include -> included.endsWith(include.header()))
            .map(Include::place)
            .map(place -> place.at())
            .findFirst()
            .orElseGet(() -> Position.ofFile(header));
    return new SurfaceChange.NeedlessInclude(symbol, at, included, reason);
  }
}
