package org.mmlens.jvm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.util.List;
import org.mmlens.ir.Function;

/// Makes the class for functions of one C file.
final class ClassCompiler {

  private final CodeLoader loader;
  private final Scope scope;

  ClassCompiler(CodeLoader loader, Scope scope) {
    this.loader = loader;
    this.scope = scope;
  }

  void add(ClassDesc name, List<Function> functions) {
    byte[] bytes =
        ClassFile.of()
            .build(
                name,
                type -> {
                  type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
                  type.with(SourceFileAttribute.of(functions.getFirst().at().path()));
                  functions.forEach(f -> method(type, f));
                });
    loader.add(name.packageName() + "." + name.displayName(), bytes);
  }

  /// The library emits a body again if jumps turn out to be long, so numbers are given anew.
  private void method(ClassBuilder type, Function function) {
    int probes = scope.probeCount();
    type.withMethodBody(
        function.name(),
        Descriptors.function(function.params().size()),
        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
        code -> {
          scope.dropProbes(probes);
          new MethodCompiler(code, function, scope).emit();
        });
  }
}
