package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;
import org.mmlens.tree.Trees;

/// The lens on unmodified Debian kernels: `fixtures/fetch-linux 6.12` and `6.1` put them where
/// these tests look; without them they are skipped.
class RealKernelTest {

  private static final String EXEC = "fs/exec.c";
  private static final String MMAP = "mm/mmap.c";
  private static final String VMA = "mm/vma.c";
  private static final String SHIFT = "shift_arg_pages";
  private static final String RELOCATE = "relocate_vma_down";
  private static final String CEILING = "next \\? next->vm_start : USER_PGTABLES_CEILING";
  private static final String NOTHING = ";";

  /// A mistake, and what it is called.
  private record Mistake(String name, Edit edit) {}

  private static SourceTree kernel(String version) {
    Path folder = Path.of("fixtures/kernels/linux-source-" + version);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "not here: " + folder + "; fixtures/fetch-linux fetches it");
    return ((Trees.Opening.Opened) Trees.directory(folder)).tree();
  }

  @TestFactory
  Stream<DynamicTest> everyMistakeInLinux612Differs() {
    return mistakes("6.12", Set.of(MMAP, VMA), mistakes612());
  }

  @TestFactory
  Stream<DynamicTest> everyMistakeInLinux61Differs() {
    return mistakes("6.1", Set.of(EXEC, MMAP), mistakes61());
  }

  private static Stream<DynamicTest> mistakes(
      String version, Set<String> files, List<Mistake> all) {
    EditedTree tree = new EditedTree(kernel(version), files);
    return all.stream()
        .map(
            m ->
                DynamicTest.dynamicTest(
                    version + ": " + m.name(),
                    () -> {
                      Verdict verdict = tree.judge(m.edit());
                      if (verdict instanceof Verdict.Different(_, var differences)) {
                        System.out.printf(
                            "%s %-40s %s%n",
                            version, m.name(), differences.getFirst().observable().title());
                      }
                      assertInstanceOf(Verdict.Different.class, verdict, () -> "" + verdict);
                    }));
  }

  private static List<Mistake> common(String file, String entry) {
    return List.of(
        mistake("other error for the neighbour", file, entry, "-EFAULT", "-EINVAL"),
        mistake("neighbour not looked for", file, entry, "vma != vma_next\\(&vmi\\)", "!vma"),
        mistake(
            "distance a page short", file, entry, "old_end - shift;", "old_end - shift + 4096;"),
        mistake("start a page low", file, entry, "old_start - shift;", "old_start - shift - 4096;"),
        mistake(
            "length a page short", file, entry, "old_end - old_start;", "old_end - old_start - 1;"),
        mistake("no drain", file, entry, "lru_add_drain\\(\\);", NOTHING),
        mistake("gather not finished", file, entry, "tlb_finish_mmu\\(&tlb\\);", NOTHING),
        mistake("ceiling ignored", file, entry, CEILING, "USER_PGTABLES_CEILING"),
        mistake(
            "floor at the old end",
            file,
            entry,
            "old_end, new_end,\\s*next",
            "old_end, old_end,\nnext"),
        mistake("branches swapped", file, entry, "new_end > old_start", "new_end < old_start"),
        mistake(
            "failed move ignored",
            file,
            entry,
            "length != move_page_tables",
            "0 \\& move_page_tables"));
  }

  private static List<Mistake> mistakes612() {
    return Stream.concat(
            common(MMAP, RELOCATE).stream(),
            Stream.of(
                mistake(
                    "iterator not stepped back", MMAP, RELOCATE, "vma_prev\\(&vmi\\);", NOTHING),
                mistake(
                    "gap not looked at", MMAP, RELOCATE, "vma_iter_prev_range\\(&vmi\\);", NOTHING),
                mistake(
                    "failed expansion ignored",
                    MMAP,
                    RELOCATE,
                    "if \\(vma_expand\\(&vmg\\)\\)",
                    "if (vma_expand(\\&vmg) > 0)"),
                mistake(
                    "failed shrink ignored",
                    MMAP,
                    RELOCATE,
                    "return vma_shrink\\(([^;]*)\\);",
                    "vma_shrink($1); return 0;"),
                mistake(
                    "shrunk to the old end",
                    MMAP,
                    RELOCATE,
                    "vma, new_start, new_end, vma->vm_pgoff",
                    "vma, new_start, old_end, vma->vm_pgoff"),
                mistake(
                    "another page offset",
                    MMAP,
                    RELOCATE,
                    "new_end, vma->vm_pgoff",
                    "new_end, vma->vm_pgoff + 1"),
                mistake(
                    "range not cleared", VMA, "vma_shrink", "vma_iter_clear\\(vmi\\);", NOTHING),
                mistake("not completed", VMA, "vma_shrink", "vma_complete\\([^;]*\\);", NOTHING),
                mistake("fields not set", VMA, "vma_shrink", "vma_set_range\\([^;]*\\);", NOTHING)))
        .toList();
  }

  private static List<Mistake> mistakes61() {
    String adjust = "__vma_adjust";
    return Stream.concat(
            common(EXEC, SHIFT).stream(),
            Stream.of(
                mistake(
                    "failed expansion ignored",
                    EXEC,
                    SHIFT,
                    "if \\(vma_adjust\\(",
                    "if (0 < vma_adjust("),
                mistake(
                    "shrunk to the old end",
                    EXEC,
                    SHIFT,
                    "vma_adjust\\(vma, new_start, new_end",
                    "vma_adjust(vma, new_start, old_end"),
                mistake(
                    "not shrunk",
                    EXEC,
                    SHIFT,
                    "vma_adjust\\(vma, new_start, new_end[^;]*;",
                    NOTHING),
                mistake("other error for the move", EXEC, SHIFT, "-ENOMEM", "-EAGAIN"),
                mistake("start not set", MMAP, adjust, "vma->vm_start = start;", NOTHING),
                mistake("end not set", MMAP, adjust, "vma->vm_end = end;", NOTHING),
                mistake(
                    "offset changed", MMAP, adjust, "vma->vm_pgoff = pgoff;", "vma->vm_pgoff++;"),
                mistake(
                    "anon_vma stays locked",
                    MMAP,
                    adjust,
                    "anon_vma_unlock_write\\([^;]*\\);",
                    NOTHING)))
        .toList();
  }

  private static Mistake mistake(
      String name, String file, String function, String from, String to) {
    return new Mistake(name, new Edit(file, function, from, to));
  }

  @TestFactory
  Stream<DynamicTest> rewritesThatKeepBehaviourDoNotDiffer() {
    return Stream.of("6.12", "6.1")
        .map(
            version ->
                DynamicTest.dynamicTest(
                    version,
                    () -> {
                      boolean late = version.equals("6.12");
                      String file = late ? MMAP : EXEC;
                      String entry = late ? RELOCATE : SHIFT;
                      EditedTree tree = new EditedTree(kernel(version), Set.of(file));
                      same(
                          tree,
                          new Edit(file, entry, "new_end > old_start", "new_end >= old_start"));
                      same(tree, greater(file, entry));
                      same(
                          tree,
                          new Edit(
                              file,
                              entry,
                              "unsigned long length = old_end - old_start;",
                              "unsigned long length = vma->vm_end - vma->vm_start;"));
                    }));
  }

  /// The `if`/`else` around `free_pgd_range()` as one call with `max()`.
  private static Edit greater(String file, String entry) {
    return new Edit(
        file,
        entry,
        "(?s)if \\(new_end > old_start\\) \\{.*?free_pgd_range\\(&tlb, new_end(.*?;).*?else"
            + " \\{.*?;\\s*\\}",
        "free_pgd_range(&tlb, max(new_end, old_start)$1");
  }

  private static void same(EditedTree tree, Edit edit) {
    Verdict verdict = tree.judge(edit);

    assertEquals("no-difference", verdict.word(), () -> edit + ": " + verdict);
  }

  @Test
  void aHelperSplitOutOfTheEntryOfLinux612ChangesOnlyTheSurface() {
    SourceTree before = kernel("6.12");
    SourceTree after =
        EditedTree.edited(
            before,
            new Edit(
                MMAP,
                RELOCATE,
                "(?s)(int relocate_vma_down.*?)if \\(vma_expand\\(&vmg\\)\\)",
                "int mmlens_grow(struct vma_merge_struct *vmg)\n{\n\treturn vma_expand(vmg);\n}\n\n"
                    + "$1if (mmlens_grow(\\&vmg))"));
    String header = before.text("mm/internal.h").orElseThrow();
    int end = header.lastIndexOf("#endif");
    after =
        org.mmlens.tree.OverlayTree.of(
            after,
            java.util.Map.of(
                "mm/internal.h",
                new org.mmlens.tree.OverlayTree.Change.Written(
                    org.mmlens.tree.FileMode.REGULAR,
                    (header.substring(0, end)
                            + "struct vma_merge_struct;\n"
                            + "int mmlens_grow(struct vma_merge_struct *vmg);\n"
                            + header.substring(end))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))),
            "helper split out");

    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of(MMAP, "mm/internal.h"));

    assertEquals(List.of(), review.diagnostics());
    assertEquals("no-difference", review.verdict().word(), () -> "" + review.verdict());
    assertTrue(
        review.findings().stream()
            .anyMatch(
                f -> f.rule().equals("symbol-added") && f.message().contains("mmlens_grow()")),
        () -> "" + review.findings());
    assertTrue(
        review.findings().stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR),
        () -> "" + review.findings());
  }
}
