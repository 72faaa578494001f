package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mmlens.explore.Difference;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.review.Reviewer.TreeReview;
import org.mmlens.tree.SourceTree;

/// Real kernels whose relocation is given another shape: helpers split out, the function moved and
/// renamed, its callees called as other generations call them.
///
/// No text of a kernel stands here: what is moved is cut out of the tree when the test runs. Some
/// of it only with `-Dmmlens.long=true`.
class ReshapedKernelTest {

  private static final String EXEC = "fs/exec.c";
  private static final String MMAP = "mm/mmap.c";
  private static final String MREMAP = "mm/mremap.c";
  private static final String VMA_HEADER = "mm/vma.h";
  private static final String INTERNAL = "mm/internal.h";
  private static final String MM = "include/linux/mm.h";
  private static final String SHIFT = "shift_arg_pages";
  private static final String RELOCATE = "relocate_vma_down";
  private static final String SLIDE = "mmlens_slide";

  private static final String PROTOTYPES =
      """
      int vma_expand_bottom(struct vma_iterator *vmi, struct vm_area_struct *vma,
      		      unsigned long shift, struct vm_area_struct **next);
      int vma_shrink_top(struct vma_iterator *vmi, struct vm_area_struct *vma,
      		   unsigned long shift);
      """;

  private static final String HELPERS_612 =
      """
      int vma_expand_bottom(struct vma_iterator *vmi, struct vm_area_struct *vma,
      		      unsigned long shift, struct vm_area_struct **next)
      {
      	unsigned long start = vma->vm_start - shift;
      	VMG_STATE(vmg, vma->vm_mm, vmi, start, vma->vm_end, 0, vma->vm_pgoff);

      	BUG_ON(start > vma->vm_end - shift);
      	mas_set(&vmi->mas, start);
      	if (vma_next(vmi) != vma)
      		return -EFAULT;
      	vma_iter_prev_range(vmi);
      	vmg.vma = vma;
      	if (vma_expand(&vmg))
      		return -ENOMEM;
      	*next = vma_next(vmi);
      	vma_prev(vmi);
      	return 0;
      }

      int vma_shrink_top(struct vma_iterator *vmi, struct vm_area_struct *vma,
      		   unsigned long shift)
      {
      	if (shift >= vma->vm_end - vma->vm_start)
      		return -EINVAL;
      	return vma_shrink(vmi, vma, vma->vm_start, vma->vm_end - shift, vma->vm_pgoff);
      }

      """;

  private static final String HELPERS_61 =
      """
      int vma_expand_bottom(struct vma_iterator *vmi, struct vm_area_struct *vma,
      		      unsigned long shift, struct vm_area_struct **next)
      {
      	unsigned long start = vma->vm_start - shift;

      	BUG_ON(start > vma->vm_end - shift);
      	mas_set(&vmi->mas, start);
      	if (vma_next(vmi) != vma)
      		return -EFAULT;
      	if (vma_adjust(vma, start, vma->vm_end, vma->vm_pgoff, NULL))
      		return -ENOMEM;
      	*next = vma_next(vmi);
      	return 0;
      }

      int vma_shrink_top(struct vma_iterator *vmi, struct vm_area_struct *vma,
      		   unsigned long shift)
      {
      	if (shift >= vma->vm_end - vma->vm_start)
      		return -EINVAL;
      	vma_adjust(vma, vma->vm_start, vma->vm_end - shift, vma->vm_pgoff, NULL);
      	return 0;
      }

      """;

  private static TreeReview review(SourceTree before, SourceTree after, String... paths) {
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(before, after, Set.of(paths));
  }

  private static SourceTree edited(SourceTree tree, Edit... edits) {
    SourceTree now = tree;
    for (Edit e : edits) {
      now = EditedTree.edited(now, e);
    }
    return now;
  }

  /// Nothing differs within the contract, and nobody loses or gains a symbol it should not.
  private static void sameBehaviour(TreeReview review) {
    assertEquals(List.of(), review.diagnostics());
    assertEquals("no-difference", review.verdict().word(), () -> "" + review.verdict());
    assertTrue(
        review.findings().stream().noneMatch(f -> f.severity() == Finding.Severity.ERROR),
        () -> "" + review.findings());
  }

  private static void says(TreeReview review, String rule, String symbol) {
    assertTrue(
        review.findings().stream()
            .anyMatch(f -> f.rule().equals(rule) && f.message().contains(symbol)),
        () -> "no " + rule + " of " + symbol + " in " + review.findings());
  }

  private static final String BEGINNING =
      "(?s)BUG_ON\\(new_start > new_end\\);.*?new_start, old_end[^;]*;";

  private static final String BEGINNING_612 =
      "(?s)BUG_ON\\(new_start > new_end\\);.*?if \\(vma_expand\\([^;]*;";

  private static Edit split(String file, String function, String beginning) {
    return new Edit(
        file,
        function,
        beginning,
        "int ret = vma_expand_bottom(\\&vmi, vma, shift, \\&next);\n\n"
            + "\tif (ret)\n"
            + "\t\treturn ret;\n");
  }

  private static Edit without(String file, String function, String text) {
    return new Edit(file, function, text, "");
  }

  @Test
  @EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
  void theHelpersOfTheSeedChangeNothingWithinTheContractOfLinux612() {
    SourceTree before = KernelTrees.open("6.12");
    SourceTree after =
        edited(
            before,
            split(MMAP, RELOCATE, BEGINNING_612),
            without(MMAP, RELOCATE, "VMG_STATE\\([^;]*;"),
            new Edit(
                MMAP, RELOCATE, "VMA_ITERATOR\\(vmi, mm, new_start\\)", "VMA_ITERATOR(vmi, mm, 0)"),
            without(MMAP, RELOCATE, "next = vma_next\\(&vmi\\);"),
            without(MMAP, RELOCATE, "vma_prev\\(&vmi\\);"),
            new Edit(
                MMAP,
                RELOCATE,
                "return vma_shrink\\([^;]*;",
                "return vma_shrink_top(\\&vmi, vma, shift);"));
    after = KernelTrees.before(after, MMAP, RELOCATE, HELPERS_612);
    after = KernelTrees.after(after, VMA_HEADER, "int vma_expand(", PROTOTYPES);

    TreeReview review = review(before, after, MMAP, VMA_HEADER);

    sameBehaviour(review);
    says(review, "symbol-added", "vma_expand_bottom()");
    says(review, "symbol-added", "vma_shrink_top()");
    theGuardAnswersBeyondTheVma(review);
  }

  @Test
  @EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
  void theHelpersOfTheSeedChangeNothingWithinTheContractOfLinux61() {
    SourceTree before = KernelTrees.open("6.1");
    SourceTree after =
        edited(
            before,
            split(EXEC, SHIFT, BEGINNING),
            new Edit(
                EXEC, SHIFT, "VMA_ITERATOR\\(vmi, mm, new_start\\)", "VMA_ITERATOR(vmi, mm, 0)"),
            without(EXEC, SHIFT, "next = vma_next\\(&vmi\\);"),
            new Edit(
                EXEC,
                SHIFT,
                "(?s)vma_adjust\\(vma, new_start, new_end[^;]*;\\s*return 0;",
                "return vma_shrink_top(\\&vmi, vma, shift);"));
    after = KernelTrees.before(after, MMAP, "__vma_adjust", HELPERS_61);
    after = KernelTrees.atEnd(after, MM, PROTOTYPES);

    TreeReview review = review(before, after, EXEC, MMAP, MM);

    sameBehaviour(review);
    says(review, "symbol-added", "vma_expand_bottom()");
    says(review, "symbol-added", "vma_shrink_top()");
    theGuardAnswersBeyondTheVma(review);
  }

  private static void theGuardAnswersBeyondTheVma(TreeReview review) {
    Verdict.NoDifference verdict = assertInstanceOf(Verdict.NoDifference.class, review.verdict());
    List<Difference> outside = verdict.notes().stream().filter(d -> !d.withinContract()).toList();
    assertTrue(
        outside.stream().anyMatch(d -> (d.before() + " " + d.after()).contains("-EINVAL")),
        () -> "" + outside);
  }

  @Test
  @EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
  void theFunctionOfLinux612MovedToAFileOfItsOwnAndRenamedIsFound() {
    SourceTree before = KernelTrees.open("6.12");
    SourceTree after = ownFile(before, SLIDE);

    TreeReview review = review(before, after, EXEC, MMAP, MM, "mm/vma_exec.c");

    sameBehaviour(review);
    says(review, "symbol-renamed", SLIDE);
  }

  /// As 6.16 has it: in `mm/vma_exec.c`.
  private static SourceTree ownFile(SourceTree tree, String name) {
    String body =
        KernelTrees.function(tree, MMAP, RELOCATE).replace("int " + RELOCATE, "int " + name);
    SourceTree now = KernelTrees.without(tree, MMAP, RELOCATE);
    now = KernelTrees.renamed(now, EXEC, RELOCATE, name);
    now = KernelTrees.renamed(now, MM, RELOCATE, name);
    return KernelTrees.with(
        now,
        Map.of(
            "mm/vma_exec.c", "#include \"vma_internal.h\"\n#include \"vma.h\"\n\n" + body + "\n"));
  }

  @Test
  @EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
  void theFunctionOfLinux61MovedToAnotherFileAndRenamedIsFound() {
    SourceTree before = KernelTrees.open("6.1");
    String body =
        KernelTrees.function(before, EXEC, SHIFT).replace("static int " + SHIFT, "int " + SLIDE);
    SourceTree after = KernelTrees.without(before, EXEC, SHIFT);
    after = KernelTrees.renamed(after, EXEC, SHIFT, SLIDE);
    after = KernelTrees.append(after, MMAP, "\n" + body + "\n");
    after =
        KernelTrees.atEnd(
            after, MM, "int " + SLIDE + "(struct vm_area_struct *vma, unsigned long shift);\n");

    TreeReview review = review(before, after, EXEC, MMAP, MM);

    sameBehaviour(review);
    says(review, "symbol-renamed", SLIDE);
  }

  @Test
  void moveByOneStructAndAFileOfItsOwnNeedNoTableOfVersions() {
    SourceTree base = KernelTrees.open("6.12");
    SourceTree late = movedByStruct(ownFile(base, RELOCATE), "mm/vma_exec.c");
    String[] paths = {EXEC, MMAP, MREMAP, INTERNAL, "mm/vma_exec.c"};

    sameBehaviour(review(base, late, paths));

    SourceTree mistaken = edited(late, new Edit("mm/vma_exec.c", RELOCATE, "-EFAULT", "-EINVAL"));
    TreeReview mistake = review(late, mistaken, "mm/vma_exec.c");
    assertEquals("different", mistake.verdict().word(), () -> "" + mistake.verdict());
  }

  /// As 6.15 has it: `move_page_tables()` takes a struct.
  private static SourceTree movedByStruct(SourceTree tree, String file) {
    SourceTree now = KernelTrees.renamed(tree, MREMAP, "move_page_tables", "move_tables_between");
    now = KernelTrees.renamed(now, INTERNAL, "move_page_tables", "move_tables_between");
    now =
        KernelTrees.after(
            now,
            INTERNAL,
            "unsigned long move_tables_between(",
            """
            struct pagetable_move_control {
            	struct vm_area_struct *old;
            	struct vm_area_struct *new;
            	unsigned long old_addr;
            	unsigned long new_addr;
            	unsigned long len_in;
            	bool need_rmap_locks;
            	bool for_stack;
            };
            unsigned long move_page_tables(struct pagetable_move_control *pmc);
            """);
    now =
        KernelTrees.append(
            now,
            MREMAP,
            """

            unsigned long move_page_tables(struct pagetable_move_control *pmc)
            {
            	return move_tables_between(pmc->old, pmc->old_addr, pmc->new, pmc->new_addr,
            				   pmc->len_in, pmc->need_rmap_locks, pmc->for_stack);
            }
            """);
    return edited(
        now,
        new Edit(
            file,
            RELOCATE,
            "(?s)length != move_page_tables\\([^;]*?\\)\\)",
            "length != move_page_tables(\\&pmc))"),
        new Edit(
            file,
            RELOCATE,
            "struct mmu_gather tlb;",
            "struct mmu_gather tlb;\n"
                + "\tstruct pagetable_move_control pmc = {\n"
                + "\t\t.old = vma, .new = vma, .old_addr = old_start, .new_addr = new_start,\n"
                + "\t\t.len_in = length, .for_stack = true,\n"
                + "\t};"));
  }

  /// As up to 6.11: a static function of `fs/exec.c`.
  @Test
  @EnabledIfSystemProperty(named = "mmlens.long", matches = "true")
  void theFunctionBackInExecIsFound() {
    SourceTree base = KernelTrees.open("6.12");
    String body =
        KernelTrees.function(base, MMAP, RELOCATE)
            .replace("int " + RELOCATE, "static int " + SHIFT);
    SourceTree early = KernelTrees.without(base, MMAP, RELOCATE);
    early = KernelTrees.renamed(early, EXEC, RELOCATE, SHIFT);
    early =
        KernelTrees.before(
            early,
            EXEC,
            "setup_arg_pages",
            "#include \"../mm/internal.h\"\n#include \"../mm/vma.h\"\n\n" + body + "\n\n");

    TreeReview review = review(base, early, EXEC, MMAP);

    assertEquals(List.of(), review.diagnostics());
    assertEquals("no-difference", review.verdict().word(), () -> "" + review.verdict());
  }

  @Test
  void whereNothingTellsTheEntryTheVerdictNamesWhatIsMissing() {
    SourceTree before = KernelTrees.open("6.12");
    SourceTree after = KernelTrees.renamed(before, EXEC, "stack_shift", "by");
    after = ownFile(after, SLIDE);

    TreeReview review = review(before, after, EXEC, MMAP, MM, "mm/vma_exec.c");

    List<String> reasons =
        new ArrayList<>(assertInstanceOf(Verdict.Inconclusive.class, review.verdict()).reasons());
    assertEquals(1, reasons.size());
    assertTrue(reasons.getFirst().contains("setup_arg_pages()"), () -> "" + reasons);
  }
}
