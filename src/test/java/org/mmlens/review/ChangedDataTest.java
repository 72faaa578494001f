package org.mmlens.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mmlens.review.EditedTree.Edit;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;
import org.mmlens.tree.SourceTree;

/// A change outside of every function body can change what the functions do.
class ChangedDataTest {

  private static final String EXEC = "fs/exec.c";

  /// The fixture with a variable and a table of function pointers that the entry function reads.
  private static final SourceTree TREE =
      written(
          EditedTree.edited(
              FixtureTree.open(),
              new Edit(
                  EXEC,
                  "shift_arg_pages",
                  "lru_add_drain\\(\\);",
                  "lru_add_drain();\n\tif (length > stack_limit && stack_ops.check(length))\n"
                      + "\t\treturn -E2BIG;\n")),
          "static int shift_arg_pages(",
          """
          static unsigned long stack_limit = 1UL << 40;
          unsigned long stack_nobody_reads = 7;
          static int stack_refuses(unsigned long length)
          {
          	return length != 0;
          }
          struct stack_operations {
          	int (*check)(unsigned long length);
          };
          static const struct stack_operations stack_ops = { .check = stack_refuses };
          static int shift_arg_pages(\
          """);

  private static SourceTree written(SourceTree tree, String from, String to) {
    String text = tree.text(EXEC).orElseThrow();
    String now =
        text.replaceFirst(
            java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
    if (now.equals(text)) {
      throw new IllegalStateException("'" + from + "' is not there");
    }
    return OverlayTree.of(
        tree,
        Map.of(
            EXEC,
            new OverlayTree.Change.Written(FileMode.REGULAR, now.getBytes(StandardCharsets.UTF_8))),
        "edited tree");
  }

  private static Verdict judge(SourceTree before, SourceTree after) {
    return new Reviewer(ReviewOptions.standard(), Progress.none())
        .compare(before, after, Set.of(EXEC))
        .verdict();
  }

  @Test
  void anotherInitialValueOfAVariableThatARunReadsIsRun() {
    SourceTree after = written(TREE, "stack_limit = 1UL << 40", "stack_limit = PAGE_SIZE");

    assertEquals("different", judge(TREE, after).word());
  }

  @Test
  void aFunctionThatOnlyATableLeadsToIsRun() {
    SourceTree low = written(TREE, "stack_limit = 1UL << 40", "stack_limit = PAGE_SIZE");
    SourceTree after = written(low, "return length != 0;", "return length == 0;");

    assertEquals("different", judge(low, after).word());
  }

  @Test
  void anotherEntryOfATableThatARunReadsIsRun() {
    SourceTree low =
        written(
            written(TREE, "stack_limit = 1UL << 40", "stack_limit = PAGE_SIZE"),
            "struct stack_operations {",
            "static int stack_accepts(unsigned long length)\n{\n\treturn 0;\n}\n"
                + "struct stack_operations {");
    SourceTree after = written(low, ".check = stack_refuses", ".check = stack_accepts");

    assertEquals("different", judge(low, after).word());
  }

  @Test
  void aVariableThatNoRunReadsIsNotRun() {
    SourceTree after = written(TREE, "stack_nobody_reads = 7", "stack_nobody_reads = 8");

    assertInstanceOf(Verdict.NotRun.class, judge(TREE, after));
  }
}
