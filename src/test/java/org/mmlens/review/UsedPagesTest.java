package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.explore.Difference;
import org.mmlens.lens.Observable;
import org.mmlens.lens.Outcome;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// After a run the process reads and writes its pages, and what the TLB lets it do is seen.
class UsedPagesTest {

  private static final String EXEC = "fs/exec.c";

  /// The fixture, with a function that takes the right to write off a page, and the entry function
  /// calling it where the way down is blocked.
  private static SourceTree protecting(String then) {
    String helper =
        """
        static void protect(struct vm_area_struct *vma, unsigned long addr)
        {
        \tpgd_t *pgd = pgd_offset(vma->vm_mm, addr);
        \tpmd_t *pmd;
        \tpte_t *pte;

        \tif (pgd_none(*pgd) || p4d_none(*p4d_offset(pgd, addr)))
        \t\treturn;
        \tif (pud_none(*pud_offset(p4d_offset(pgd, addr), addr)))
        \t\treturn;
        \tpmd = pmd_offset(pud_offset(p4d_offset(pgd, addr), addr), addr);
        \tif (pmd_none(*pmd))
        \t\treturn;
        \tpte = pte_offset_kernel(pmd, addr);
        \tif (pte_present(*pte)) {
        \t\tset_pte(pte, __pte(pte_val(*pte) & ~2UL));
        \t\tTHEN;
        \t}
        }
        """
            .replace("THEN", then);
    SourceTree calling =
        EditedTree.edited(
            FixtureTree.open(),
            new Edit(
                EXEC, "shift_arg_pages", "return -EFAULT;", "{ protect(vma, old_start); $0 }"));
    return EditedTree.edited(
        calling, new Edit(EXEC, "shift_arg_pages", "(?s)^(?=static int)", helper + "\n"));
  }

  @Test
  void aPageThatMayStillBeWrittenToThroughTheTlbIsSeen() {
    Verdict verdict =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(protecting("flush_tlb_page(vma, addr)"), protecting("(void) 0"), Set.of(EXEC))
            .verdict();

    List<Difference> found = assertInstanceOf(Verdict.Different.class, verdict).differences();
    Difference first = found.getFirst();
    assertEquals(Observable.TRANSLATION, first.observable());
    Outcome.Page stale =
        first.after().pages().stream().filter(p -> p.stale().isPresent()).findFirst().orElseThrow();
    assertEquals("stack+0, writable", stale.stale().orElseThrow());
    assertTrue(first.before().pages().stream().allMatch(p -> p.stale().isEmpty()));
  }
}
