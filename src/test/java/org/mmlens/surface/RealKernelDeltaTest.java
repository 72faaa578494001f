package org.mmlens.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mmlens.surface.SurfaceChange.ExportChanged;
import org.mmlens.surface.SurfaceChange.LostDeclaration;
import org.mmlens.surface.SurfaceChange.MembersChanged;
import org.mmlens.surface.scan.Use;
import org.mmlens.tree.SourceTree;

/// Edits of Linux 6.12, with results established by grep.
class RealKernelDeltaTest {

  private static SourceTree tree;
  private static Surface surface;

  @BeforeAll
  static void readTheTree() {
    tree = RealKernel.tree();
    surface = Surface.of(tree, RealKernel.NAMES);
  }

  @Test
  void userOfAnUnexportedFunctionBreaks() {
    List<SurfaceChange> changes =
        delta(
            Map.of(
                "include/linux/mm.h",
                without("int relocate_vma_down\\([^;]*;\n"),
                "mm/internal.h",
                text ->
                    insert(
                        text, "int relocate_vma_down(struct vm_area_struct *, unsigned long);")));

    SortedSet<String> users =
        RealKernel.grep("\\brelocate_vma_down\\s*\\(", "fs", "kernel", "arch");
    assertEquals(
        users,
        changes.stream()
            .filter(LostDeclaration.class::isInstance)
            .map(change -> change.at().path())
            .collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(
        List.of("lost-declaration relocate_vma_down", "unexported relocate_vma_down"),
        rules(changes));
  }

  @Test
  void functionDeclaredForTheWholeKernelIsWidened() {
    List<SurfaceChange> changes =
        delta(
            Map.of(
                "mm/vma.h",
                without("int vma_shrink\\([^;]*;\n"),
                "include/linux/mm.h",
                text ->
                    insert(
                        text,
                        "int vma_shrink(struct vma_iterator *vmi, struct vm_area_struct *vma,"
                            + " unsigned long start, unsigned long end, pgoff_t pgoff);")));

    assertTrue(rules(changes).contains("widened vma_shrink"), rules(changes)::toString);
    assertTrue(changes.stream().noneMatch(c -> c.severity() == SurfaceChange.Severity.ERROR));
  }

  @Test
  void modulesThatNeedADroppedExportAreNamed() {
    List<SurfaceChange> changes =
        delta(Map.of("mm/memory.c", without("EXPORT_SYMBOL_GPL\\(zap_vma_ptes\\);\n")));

    SortedSet<String> drivers =
        RealKernel.grep("\\bzap_vma_ptes\\s*\\(", "drivers", "sound", "net");
    drivers.removeIf(path -> path.endsWith(".h"));
    List<ExportChanged> lost =
        changes.stream()
            .filter(ExportChanged.class::isInstance)
            .map(ExportChanged.class::cast)
            .toList();
    assertEquals(1, lost.size());
    assertEquals(drivers, paths(lost.getFirst().modules()));
  }

  @Test
  void inlineFunctionTurnedIntoAMacroChangesItsKind() {
    List<SurfaceChange> changes =
        delta(
            Map.of(
                "include/linux/mm.h",
                text ->
                    without("static inline unsigned long vma_pages\\((?s:.*?)\n}\n")
                        .andThen(t -> insert(t, "#define vma_pages(vma) (vma)->vm_end"))
                        .apply(text)));

    assertEquals(List.of("kind-changed vma_pages"), rules(changes));
  }

  @Test
  void usersOfARemovedMemberAreFound() {
    List<SurfaceChange> changes =
        delta(Map.of("include/linux/mm_types.h", without("\t\tunsigned long hiwater_vm;.*\n")));

    SortedSet<String> users = RealKernel.grep("mm->hiwater_vm\\b", "fs", "include", "kernel", "mm");
    SortedSet<String> found =
        changes.stream()
            .filter(MembersChanged.class::isInstance)
            .flatMap(change -> ((MembersChanged) change).lost().stream())
            .map(Use::path)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(users, found);
  }

  @Test
  void commentsBlanksAndOrderAreNoChange() {
    assertEquals(
        List.of(),
        delta(
            Map.of(
                "mm/vma.c", text -> text.replace("/*", "/* see vma_expand(): "),
                "include/linux/mm.h",
                    text -> text.replace("struct vm_area_struct *", "struct vm_area_struct  * "),
                "mm/internal.h",
                    text ->
                        text.replaceFirst(
                            "(?s)(vm_fault_t do_swap_page\\([^;]*;\n"
                                + ")(.*?\n"
                                + ")(int folio_add[^;]*;\n"
                                + ")?",
                            "$2$1"))));
  }

  @Test
  void correctionsOfKernelDocAreNoChange() {
    assertEquals(
        List.of(),
        delta(
            Map.of(
                "mm/vma.c",
                text ->
                    text.replaceFirst(
                        "(?m)^ \\* Return: ?(.*)$", " * Return: in other words, $1"))));
  }

  private static List<SurfaceChange> delta(Map<String, UnaryOperator<String>> edits) {
    return surface
        .delta(surface.with(RealKernel.edited(tree, edits), edits.keySet()), edits.keySet())
        .changes();
  }

  private static List<String> rules(List<SurfaceChange> changes) {
    return changes.stream().map(change -> change.rule() + " " + change.symbol().name()).toList();
  }

  private static SortedSet<String> paths(List<Use> uses) {
    return uses.stream().map(Use::path).collect(Collectors.toCollection(TreeSet::new));
  }

  private static UnaryOperator<String> without(String pattern) {
    return text -> {
      String edited = text.replaceFirst(pattern, "");
      assertTrue(edited.length() < text.length(), () -> "nothing matches " + pattern);
      return edited;
    };
  }

  /// {@return the header with a line in front of the `#endif` of its guard}
  private static String insert(String text, String line) {
    int end = text.lastIndexOf("#endif");
    return text.substring(0, end) + line + "\n" + text.substring(end);
  }
}
