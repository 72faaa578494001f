package org.mmlens.surface;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mmlens.surface.scan.Use;
import org.mmlens.tree.SourceTree;

/// The surface of a tree.
///
/// Making one reads every C file once; comparing it with changed trees reads only what the changes
/// are about. A surface may be used by several threads.
public final class Surface {

  private final TreeView view;

  private Surface(TreeView view) {
    this.view = view;
  }

  /// {@return the surface of a tree}
  ///
  /// @param tree the tree
  public static Surface of(SourceTree tree) {
    return new Surface(TreeView.of(tree, NameIndex.of(tree)));
  }

  /// {@return the surface of a tree, made quickly if it was made before}
  ///
  /// @param tree the tree
  /// @param store a file to keep what was read, one for each tree; it is written anew where the
  ///   tree has changed
  public static Surface of(SourceTree tree, Path store) {
    return new Surface(TreeView.of(tree, NameIndex.of(tree, store)));
  }

  /// {@return the surface of a tree, made quickly if the cache knows the tree}
  ///
  /// @param tree the tree
  /// @param cache where what is read of it is kept, if anywhere
  public static Surface of(SourceTree tree, Optional<NameCache> cache) {
    Optional<Path> store = cache.flatMap(c -> c.file(tree));
    if (store.isEmpty()) {
      return of(tree);
    }
    Surface surface = of(tree, store.get());
    cache.get().used(store.get());
    return surface;
  }

  /// {@return the surface of a tree that differs from this one's in a few files}
  ///
  /// @param changed the tree after a patch
  /// @param touched every file that differs, by its path before and after
  public Surface with(SourceTree changed, Set<String> touched) {
    return new Surface(view.with(changed, touched));
  }

  /// {@return what changes from this surface to another one}
  ///
  /// @param after made from this one by [#with]
  /// @param touched every file that differs
  public SurfaceDelta delta(Surface after, Set<String> touched) {
    return new DeltaBuilder(view, after.view, touched).delta();
  }

  /// {@return what a patch changes}
  ///
  /// @param before the tree before
  /// @param after the tree after
  /// @param touched every file that differs, by its path before and after
  public static SurfaceDelta delta(SourceTree before, SourceTree after, Set<String> touched) {
    Surface surface = of(before);
    return surface.delta(surface.with(after, touched), touched);
  }

  /// {@return the symbols of a name: one, unless files use it for themselves}
  ///
  /// @param name the name
  public List<Symbol> symbols(String name) {
    return Symbols.of(view, Set.of(name)).getOrDefault(name, List.of());
  }

  /// {@return the places of the kernel that use the symbol, in order}
  ///
  /// @param symbol a symbol of this surface
  public List<Use> users(Symbol symbol) {
    List<Use> uses = view.uses(List.of(symbol.name())).getOrDefault(symbol.name(), List.of());
    return new Bindings(view).users(symbol, symbols(symbol.name()), uses);
  }

  /// {@return what functions call, as far as the folders of some functions and the headers they
  /// reach tell}
  ///
  /// @param functions where to begin
  public CallGraph calls(Set<String> functions) {
    return CallGraph.of(view, functions);
  }
}
