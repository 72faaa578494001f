package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.SourceTree;

/// A changed macro or initial value is compared only where runs came to what uses it.
class UnrunElsewhereTest {

  private static final String EXEC = "fs/exec.c";
  private static final String ENTRY = "shift_arg_pages";

  private static final String NOBODY_CAME =
      "a macro, type or declaration changes the code of a line that no run came to; no verdict on"
          + " behaviour speaks of it";

  /// The fixture with something before the entry function, and more to do in it.
  private static SourceTree tree(String declarations, String code) {
    SourceTree tree =
        EditedTree.edited(
            FixtureTree.open(),
            new Edit(
                EXEC,
                ENTRY,
                "lru_add_drain\\(\\);",
                Matcher.quoteReplacement(code + "\n\tlru_add_drain();")));
    return KernelTrees.before(tree, EXEC, ENTRY, declarations);
  }

  /// What is said of a change.
  private record Said(String verdict, List<String> notRun) {}

  private static Said review(SourceTree before, SourceTree after) {
    Reviewer.TreeReview review =
        new Reviewer(ReviewOptions.standard(), Progress.none())
            .compare(before, after, Set.of(EXEC));
    return new Said(
        review.verdict().word(),
        review.findings().stream()
            .filter(f -> f.rule().equals("lines-not-run"))
            .map(Finding::message)
            .toList());
  }

  private static Said changed(String declaration, String to, String code) {
    return review(tree(declaration, code), tree(to, code));
  }

  private static String unread(String name) {
    return "no run read what changes of the initial value of "
        + name
        + "; no verdict on behaviour speaks of it";
  }

  private static String doubtful(String name) {
    return "runs came to code that uses "
        + name
        + ", but whether they read what changes of its initial value is not known";
  }

  @Test
  void aMacroWithBranchesOfWhichOnlyUnrunLinesMakeUseIsNotRun() {
    Said said =
        changed(
            "#define FAR ({ int x = 7; if (vma) x = 6; x; })",
            "#define FAR ({ int x = 7; if (vma) x = 6; if (shift) x = 5; x; })",
            "if (!mm)\n\t\treturn FAR;");

    assertEquals(new Said("not-run", List.of(NOBODY_CAME)), said);
  }

  @Test
  void aMacroOfWhichRunsCameToTheConditionOnlyIsNotRun() {
    Said said =
        changed(
            "#define CHECK(x) if (x) return 9", "#define CHECK(x) if (x) return 8", "CHECK(!mm);");

    assertEquals(new Said("not-run", List.of(NOBODY_CAME)), said);
  }

  @Test
  void besideOtherLinesThatAreRunItsUserIsNamed() {
    Said said =
        review(
            tree("#define FAR 7", "if (!mm)\n\t\treturn FAR;"),
            tree("#define FAR 8", "if (mm == 0)\n\t\treturn FAR;"));

    assertEquals(new Said("no-difference", List.of(NOBODY_CAME)), said);
  }

  @Test
  void aMacroThatRunsCameToSomewhereIsCompared() {
    Said said =
        changed(
            "#define FAR(x) ((x) + 7)",
            "#define FAR(x) (((x) ^ 16 ^ 16) + 7)",
            "shift = FAR(shift) - 7;\n\tif (!mm)\n\t\treturn FAR(shift);");

    assertEquals(new Said("no-difference", List.of()), said);
  }

  @Test
  void aMemberMoreThatMovesOthersIsCompared() {
    String user =
        "struct place here = { shift };\n\n"
            + "\tif (!mm)\n"
            + "\t\treturn here.first;\n"
            + "\tshift = here.first;";

    Said said =
        changed(
            "struct place { unsigned long first; };",
            "struct place { unsigned long more, first; };",
            user.replace("{ shift }", "{ .first = shift }"));

    assertEquals(new Said("no-difference", List.of()), said);
  }

  @Test
  void aVariableThatOnlyUnrunLinesReadIsNotRun() {
    Said said =
        changed(
            "static unsigned long far = 7;",
            "static unsigned long far = 8;",
            "if (!mm)\n\t\treturn far;");

    assertEquals(new Said("not-run", List.of(unread("far"))), said);
  }

  @Test
  void soIsAStaticLocal() {
    String local = "if (!mm) {\n\t\tstatic int far = 7;\n\n\t\treturn far;\n\t}";

    assertEquals(
        new Said("not-run", List.of(unread("far"))),
        review(tree("", local), tree("", local.replace("7", "8"))));
  }

  @Test
  void soIsAMemberThatNoRunReadsOfAVariableOfWhichRunsReadAnother() {
    Said said =
        changed(
            "static struct { int near, far; } place = { 1, 7 };",
            "static struct { int near, far; } place = { 1, 8 };",
            "if (!place.near)\n\t\treturn place.far;");

    assertEquals(new Said("not-run", List.of(unread("place"))), said);
  }

  @Test
  void besideOtherLinesThatAreRunAVariableIsNamed() {
    Said said =
        review(
            tree("static int far = 7;\nint nobody = 1;", "if (!mm)\n\t\treturn far;"),
            tree("static int far = 8;\nint nobody = 2;", "if (mm == 0)\n\t\treturn far;"));

    assertEquals(new Said("no-difference", List.of(unread("far"), unread("nobody"))), said);
  }

  @Test
  void aVariableThatRunsReadIsCompared() {
    Said said =
        changed(
            "static unsigned long far = 7;",
            "static unsigned long far = 8;",
            "if (far > length)\n\t\treturn 7;");

    assertEquals(new Said("no-difference", List.of()), said);
  }

  @Test
  void ofATableWithAnotherEntryItIsSaidThatNobodyKnows() {
    String table =
        """
        static int one(void)
        {
        	return 0;
        }
        static int two(void)
        {
        	return 2;
        }
        static int (*const table[])(void) = { one, one };\
        """;

    Said said =
        changed(
            table,
            table.replace("one, one }", "one, two }"),
            "if (table[mm->map_count < 0]())\n\t\treturn 5;");

    assertEquals(new Said("no-difference", List.of(doubtful("table"))), said);
  }

  @Test
  void aVariableThatStandsElsewhereIsNoChange() {
    String read = "if (!mm)\n\t\treturn far + near;";

    assertEquals(
        new Said("no-difference", List.of()),
        changed(
            "static int far = 7;\nstatic int near;",
            "static int near;\nstatic int far = 7;",
            read));
  }
}
