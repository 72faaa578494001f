package org.mmlens.review;

import java.util.concurrent.TimeUnit;
import org.mmlens.surface.Surface;
import org.mmlens.tree.SourceTree;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The index of which file of a tree says which names, made from nothing.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SurfaceBenchmark {

  /// `fixture`, or a version of a kernel that was fetched.
  @Param({"fixture", "6.12"})
  public String tree = "fixture";

  private SourceTree opened;

  /// Opens the tree.
  @Setup
  public void open() {
    opened = KernelTrees.open(tree);
  }

  /// {@return the surface}
  @Benchmark
  public Surface index() {
    return Surface.of(opened);
  }
}
