package org.mmlens.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is changed in a function, and what is left alone.
class MutantsTest {

  private static final String FILE =
      """
      static int other(int a) { return a + 1; }

      /* shift < 0 in a comment is no condition */
      int shift_it(struct vma *vma, unsigned long start, unsigned long end)
      {
      	unsigned long length = end - start;
      	int ret;

      #if 1 < 2
      	lock(vma);
      #endif
      	if (length <= 2 && vma->next)
      		return -1;
      	ret = move(vma, start, end);
      	if (ret)
      		return ret;
      	unlock(vma);
      	return 0;
      }
      """;

  private static List<Mutant> all() {
    return Mutants.of("mm/x.c", bytes(), "shift_it");
  }

  private static byte[] bytes() {
    return FILE.getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> of(Mutant.Operator operator) {
    return all().stream()
        .filter(m -> m.operator() == operator)
        .map(
            m -> m.was().strip().replaceAll("\\s+", " ") + " -> " + m.now().replaceAll("\\s+", " "))
        .toList();
  }

  @Test
  void comparisonsAndOperatorsBecomeTheirNeighboursInCodeOnly() {
    assertEquals(List.of("<= -> <", "<= -> >"), of(Mutant.Operator.RELATION));
    assertEquals(List.of("- -> +", "&& -> ||"), of(Mutant.Operator.ARITHMETIC));
  }

  @Test
  void numbersMoveByOneAndAddressesByAPage() {
    assertEquals(
        List.of(
            "2 -> 1",
            "2 -> 3",
            "1 -> 0",
            "1 -> 2",
            "start -> start + PAGE_SIZE",
            "start -> start - PAGE_SIZE",
            "end -> end + PAGE_SIZE",
            "end -> end - PAGE_SIZE",
            "0 -> 1"),
        of(Mutant.Operator.CONSTANT));
  }

  @Test
  void argumentsAndStatementsAreSwappedWithTheirNeighbour() {
    assertEquals(
        List.of("vma, start -> start, vma", "start, end -> end, start"),
        of(Mutant.Operator.SWAPPED_ARGUMENTS));
    assertEquals(4, of(Mutant.Operator.SWAPPED_STATEMENTS).size());
  }

  @Test
  void statementsConditionsAndChecksAreDropped() {
    assertEquals(
        List.of("lock(vma); -> ;", "ret = move(vma, start, end); -> ;", "unlock(vma); -> ;"),
        of(Mutant.Operator.DROPPED_STATEMENT));
    assertEquals(
        List.of(
            "length <= 2 && vma->next -> 0",
            "length <= 2 && vma->next -> 1",
            "ret -> 0",
            "ret -> 1"),
        of(Mutant.Operator.DROPPED_CONDITION));
    assertEquals(List.of("-1 -> 0", "ret -> 0", "0 -> -EINVAL"), of(Mutant.Operator.WRONG_RESULT));
  }

  @Test
  void aVariableIsTakenForAnotherOfItsTypeOnly() {
    assertTrue(
        of(Mutant.Operator.WRONG_VARIABLE)
            .containsAll(List.of("end -> start", "start -> end", "end -> length")),
        () -> "" + of(Mutant.Operator.WRONG_VARIABLE));
    assertTrue(of(Mutant.Operator.WRONG_VARIABLE).stream().noneMatch(m -> m.contains("vma")));
  }

  @Test
  void everyMutantChangesItsPlaceAndNothingElseAndNoTwoAreTheSame() {
    List<String> texts =
        all().stream()
            .map(m -> new String(m.in(bytes()), StandardCharsets.UTF_8))
            .distinct()
            .toList();

    assertEquals(all().size(), texts.size());
    assertTrue(texts.stream().allMatch(t -> t.startsWith(FILE.substring(0, FILE.indexOf('{')))));
    assertTrue(texts.stream().noneMatch(FILE::equals));
  }

  @Test
  void aFunctionThatIsNotThereHasNoMutants() {
    assertEquals(List.of(), Mutants.of("mm/x.c", bytes(), "nobody"));
  }
}
