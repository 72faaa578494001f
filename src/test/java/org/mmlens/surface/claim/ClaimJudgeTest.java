package org.mmlens.surface.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mmlens.surface.Surface;
import org.mmlens.tree.FileMode;
import org.mmlens.tree.OverlayTree;

class ClaimJudgeTest {

  private static final Map<String, String> BEFORE =
      new TreeMap<>(
          Map.of(
              "include/linux/mm.h", "int grow(int x);\nint cut(int x);\n",
              "mm/internal.h", "int vma_merge(int x);\n",
              "mm/mmap.c",
                  """
                  #include <linux/mm.h>
                  #include "internal.h"
                  int vma_merge(int x) { return x; }
                  static int expand(int x) { return x + 1; }
                  int grow(int x) { return expand(x); }
                  int cut(int x) { return vma_merge(x) - 1; }
                  int other(int x) { return cut(x); }
                  """,
              "fs/exec.c",
                  """
                  #include <linux/mm.h>
                  int shift(int x) { return grow(x) + cut(x); }
                  """));

  @Test
  void unexportIsConfirmedByTheRungs() {
    assertEquals(
        "confirmed [grow() was visible to the kernel (include/linux/mm.h) and is visible to mm/"
            + " (mm/internal.h)]",
        judged(
            "mm: unexport grow()",
            Map.of(
                "include/linux/mm.h", "int cut(int x);\n",
                "mm/internal.h", "int vma_merge(int x);\nint grow(int x);\n")));
  }

  @Test
  void unexportThatLeavesThePrototypeIsRefuted() {
    assertEquals(
        "refuted [grow() is still visible to the kernel (include/linux/mm.h)]",
        judged("mm: unexport grow()", Map.of()));
  }

  @Test
  void soleUserIsRefutedByAnotherUser() {
    assertEquals(
        "refuted [cut() is also used: mm/mmap.c:7:27 in other()]",
        judged("shift() is the sole user of cut()", Map.of()));
  }

  @Test
  void soleUserOutsideAFolderDoesNotCountItsFiles() {
    assertEquals(
        "confirmed [cut() is used: fs/exec.c:2:37 in shift()]",
        judged("shift() is the sole user of cut() outside mm/", Map.of()));
  }

  @Test
  void callsThatAreNotThereRefute() {
    assertEquals(
        "refuted [none of the 1 functions and macros that grow() can reach, 0 of them outside of"
            + " the files followed, is a vma merge]",
        judged("grow() ultimately invokes VMA merge", Map.of()));
  }

  @Test
  void chainOfCallsConfirms() {
    assertEquals(
        "confirmed [shift() can reach it: shift → cut → vma_merge]",
        judged("shift() ultimately invokes vma_merge()", Map.of()));
  }

  @Test
  void unusedIsRefutedByAUser() {
    assertEquals(
        "refuted [grow() is used: fs/exec.c:2:27 in shift()]",
        judged("grow() is now unused", Map.of()));
    assertEquals(
        "confirmed [grow() is named nowhere but where it is declared]",
        judged(
            "grow() is now unused",
            Map.of("fs/exec.c", "#include <linux/mm.h>\nint shift(int x) { return cut(x); }\n")));
  }

  @Test
  void staticIsCheckedAfterThePatch() {
    assertEquals(
        "refuted [grow() is not static: mm/mmap.c:5:5]", judged("make grow() static", Map.of()));
    assertEquals(
        "confirmed [expand() is static: mm/mmap.c:4:12]", judged("make expand() static", Map.of()));
  }

  @Test
  void renameNeedsTheNewNameAndNotTheOld() {
    assertEquals(
        "refuted [shift is still there: fs/exec.c:2:5]",
        judged("rename shift() to relocate()", Map.of()));
    assertEquals(
        "confirmed [shift is gone, relocate stands in fs/exec.c:1:5]",
        judged(
            "rename shift() to relocate()",
            Map.of("fs/exec.c", "int relocate(int x) { return x; }\n")));
  }

  @Test
  void moveNeedsTheFunctionInItsPlace() {
    assertEquals(
        "refuted [grow() stands in include/linux/mm.h:1:5]",
        judged("move grow() to fs/exec.c", Map.of()));
  }

  @Test
  void unknownNamesCannotBeChecked() {
    assertEquals(
        "not checkable: there is no frob() in the files of the patch's tree",
        judged("mm: unexport frob()", Map.of()));
  }

  @Test
  void behaviourIsLeftToTheRuns() {
    assertEquals("by behaviour", judged("No functional change intended", Map.of()));
  }

  private static String judged(String message, Map<String, String> changed) {
    var before = OverlayTree.ofFiles(bytes(BEFORE));
    Map<String, OverlayTree.Change> changes = new TreeMap<>();
    bytes(changed)
        .forEach(
            (path, text) ->
                changes.put(path, new OverlayTree.Change.Written(FileMode.REGULAR, text)));
    Surface surface = Surface.of(before);
    Surface after = surface.with(OverlayTree.of(before, changes, "after"), changes.keySet());
    Judgement judgement =
        new ClaimJudge(surface, after).judge(ClaimReader.read(message, "")).getFirst().judgement();
    return switch (judgement) {
      case Judgement.Confirmed(var evidence) -> "confirmed " + evidence;
      case Judgement.Refuted(var evidence) -> "refuted " + evidence;
      case Judgement.NotCheckable(var reason) -> "not checkable: " + reason;
      case Judgement.ByBehaviour() -> "by behaviour";
    };
  }

  private static Map<String, byte[]> bytes(Map<String, String> texts) {
    Map<String, byte[]> bytes = new TreeMap<>();
    texts.forEach((path, text) -> bytes.put(path, text.getBytes(StandardCharsets.UTF_8)));
    return bytes;
  }
}
