package org.mmlens.jvm;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;
import org.mmlens.ir.Function;

/// Makes the class for functions of one C file, and more classes for parts of large functions.
final class ClassCompiler {

  private final CodeLoader loader;
  private final Scope scope;
  private final Sizes sizes;

  ClassCompiler(CodeLoader loader, Scope scope, Sizes sizes) {
    this.loader = loader;
    this.scope = scope;
    this.sizes = sizes;
  }

  void add(ClassDesc name, List<Function> functions) {
    define(
        name,
        functions.getFirst().at().path(),
        type -> functions.forEach(f -> method(type, name, f)));
  }

  private void define(ClassDesc name, String file, Consumer<ClassBuilder> content) {
    byte[] bytes =
        ClassFile.of()
            .build(
                name,
                type -> {
                  type.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL | ClassFile.ACC_SUPER);
                  type.with(SourceFileAttribute.of(file));
                  content.accept(type);
                });
    loader.add(CodeLoader.binaryName(name), bytes);
  }

  private void method(ClassBuilder type, ClassDesc owner, Function function) {
    MethodTypeDesc signature = Descriptors.function(function.params().size());
    if (Weight.of(function) <= sizes.whole()) {
      method(
          type,
          function.name(),
          signature,
          code -> new MethodCompiler(code, function, scope).emit());
    } else {
      SpilledCompiler spilled = new SpilledCompiler(owner, function, scope, sizes.part());
      method(type, function.name(), signature, spilled::driver);
      for (SpilledCompiler.Part part : spilled.parts()) {
        define(
            part.owner(),
            function.at().path(),
            t -> method(t, function.name(), spilled.type(), code -> spilled.part(code, part)));
      }
    }
  }

  /// The library emits a body again if jumps turn out to be long, so probes are numbered anew.
  private void method(
      ClassBuilder type, String name, MethodTypeDesc signature, Consumer<CodeBuilder> body) {
    int probes = scope.probeCount();
    type.withMethodBody(
        name,
        signature,
        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
        code -> {
          scope.dropProbes(probes);
          body.accept(code);
        });
  }
}
