package org.mmlens.review;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mmlens.c.parse.CParser;
import org.mmlens.c.parse.ParsedUnit;
import org.mmlens.port.Architecture;
import org.mmlens.port.KernelConfig;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Parsing `mm/mmap.c` with all its headers.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParseBenchmark {

  /// `fixture`, or a version of a kernel that was fetched.
  @Param({"fixture", "6.12"})
  public String tree = "fixture";

  private Architecture port;

  /// Opens the tree.
  @Setup
  public void open() {
    port = Architecture.of(KernelTrees.open(tree)::read, KernelConfig.standard());
  }

  /// {@return the syntax tree}
  @Benchmark
  public ParsedUnit parse() {
    return new CParser(port.sources(), port.configuration(), new CParser.Cache())
        .parse(List.of("mm/mmap.c"));
  }
}
