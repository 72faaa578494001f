package org.mmlens.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 400 cases unless `-Dmmlens.fuzz=200000` asks for more.
class MailFuzzTest {

  @Test
  void damagedMailNeverCrashesLeavesTheTreeOrAppliesWhatGitWouldNot(@TempDir Path folder) {
    assumeTrue(Git.installed(), "git is not installed");

    MailFuzz.Figures figures =
        new MailFuzz(folder).run(Integer.getInteger("mmlens.fuzz", 400), 20240601);

    assertEquals(List.of(), figures.failures());
    assertTrue(figures.counts().getOrDefault("applied, judged by git", 0) > 20);
  }
}
