package org.mmlens.review;

import java.util.List;
import java.util.Set;
import org.mmlens.diag.Diagnostic;
import org.mmlens.ir.Program;
import org.mmlens.port.KernelConfig;
import org.mmlens.port.KernelModels;
import org.mmlens.tree.SourceTree;

/// Compiles the C of kernel trees that differ in few files.
final class TreeCompiler {

  private final KernelModels models = new KernelModels();
  private final KernelConfig config;
  private final Set<String> touched;

  /// Prepares a compiler.
  ///
  /// @param config the kernel configuration
  /// @param touched the files in which the trees may differ; what is wrong in them is an error
  TreeCompiler(KernelConfig config, Set<String> touched) {
    this.config = config;
    this.touched = Set.copyOf(touched);
  }

  /// {@return the kernel functions that Java answers}
  KernelModels models() {
    return models;
  }

  Compilation compile(SourceTree tree) { throw new IllegalStateException(config + "" + touched + tree); }
  /// What compiling gave.
  sealed interface Compilation {
    /// The program.
    ///
    /// @param program lowered on demand
    record Compiled(Program program) implements Compilation {}

    /// Errors in touched files.
    ///
    /// @param errors at least one
    record Broken(List<Diagnostic> errors) implements Compilation {
      /// Copies the list.
      public Broken {
        errors = List.copyOf(errors);
      }
    }
  }
}
