package org.mmlens.review;

import java.util.concurrent.TimeUnit;
import org.mmlens.lens.Observation;
import org.mmlens.lens.Scenario;
import org.mmlens.lens.ScenarioText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One scenario on one side: the layout built, the entry run, everything observed.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScenarioBenchmark {

  /// `fixture`, or a version of a kernel that was fetched.
  @Param({"fixture", "6.12"})
  public String tree = "fixture";

  private final Scenario scenario =
      ScenarioText.parse(
              "end=0x7ffffffff000 length=3 shift=0x2000 pages=0p,1r,2s below=3+2p"
                  + " with=anon-vma,incomplete,tlb")
          .scenario()
          .orElseThrow();
  private Pairs pairs;

  /// Compiles and boots the tree.
  @Setup
  public void boot() {
    pairs = Pairs.of(tree);
  }

  /// {@return what the run showed}
  @Benchmark
  public Observation run() {
    return pairs.before().run(scenario);
  }
}
