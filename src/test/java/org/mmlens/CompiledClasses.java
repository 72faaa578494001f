package org.mmlens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mmlens.diag.Position;

/// The class files the build made of `src/main/java`, for tests of the shape of the code.
final class CompiledClasses {

  private CompiledClasses() {}

  /// {@return every class of the project, in order of file name}
  static List<ClassModel> all() {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .sorted()
          .map(CompiledClasses::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassModel parse(Path file) {
    try {
      return ClassFile.of().parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    try {
      return Path.of(Position.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// {@return the name of a class with dots}
  static String name(ClassModel type) {
    return type.thisClass().asInternalName().replace('/', '.');
  }

  /// {@return the name of the package a class is in, with dots}
  static String packageOf(ClassModel type) {
    String name = name(type);
    return name.substring(0, name.lastIndexOf('.'));
  }
}
