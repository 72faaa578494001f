package org.mmlens.surface;

import java.util.Set;
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

  TreeView view() {
    return view;
  }
}
