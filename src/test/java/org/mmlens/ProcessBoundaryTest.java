package org.mmlens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Only the command line touches the process: its streams, its environment, its end.
///
/// Everything else gets what it needs from its caller, so that a review can run inside a test, a
/// hook or a server, and gives the same bytes everywhere.
class ProcessBoundaryTest {

  private static final Set<String> OF_THE_PROCESS =
      Set.of(
          "java/lang/System.in",
          "java/lang/System.out",
          "java/lang/System.err",
          "java/lang/System.exit",
          "java/lang/System.console",
          "java/lang/System.getenv",
          "java/lang/System.setIn",
          "java/lang/System.setOut",
          "java/lang/System.setErr",
          "java/lang/Runtime.exit",
          "java/lang/Runtime.halt");

  @Test
  void onlyTheCommandLineTouchesTheProcess() {
    List<String> found = new ArrayList<>();
    for (ClassModel type : CompiledClasses.all()) {
      if (!CompiledClasses.packageOf(type).equals("org.mmlens.cli")) {
        for (PoolEntry entry : type.constantPool()) {
          if (entry instanceof MemberRefEntry member && OF_THE_PROCESS.contains(name(member))) {
            found.add(CompiledClasses.name(type) + " uses " + name(member).replace('/', '.'));
          }
        }
      }
    }

    assertEquals(List.of(), found, "uses of the process outside cli");
  }

  private static String name(MemberRefEntry member) {
    return member.owner().asInternalName() + "." + member.name().stringValue();
  }
}
