package org.mmlens.lens;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.mmlens.jvm.Executable;

/// The checks of a program: what its functions hand to the port's `mmlens_warn()` and
/// `mmlens_bug()`, which all macros of `asm/bug.h` come down to. Functions are looked through when
/// they are first asked for.
final class ProgramChecks implements Complaints.Checks {

  private static final Set<String> SINKS = Set.of("mmlens_warn", "mmlens_bug");

  private final Executable program;
  private final Map<Place, SortedMap<String, Integer>> known = new ConcurrentHashMap<>();

  private record Place(String function, String file) {}

  ProgramChecks(Executable program) {
    this.program = program;
  }

  @Override
  public int count(Complaint.Check check, String file) {
    return known
        .computeIfAbsent(
            new Place(check.function(), file), p -> program.literals(p.function(), p.file(), SINKS))
        .getOrDefault(check.what(), 0);
  }
}
