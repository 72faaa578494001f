package org.mmlens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every package says what it holds and which of its values may be null: none.
class PackageInfoTest {

  private static final String NULL_MARKED = "Lorg/jspecify/annotations/NullMarked;";

  @Test
  void everyPackageIsDescribedAndNullMarked() {
    Set<String> packages = new TreeSet<>();
    Set<String> marked = new TreeSet<>();
    for (ClassModel type : CompiledClasses.all()) {
      packages.add(CompiledClasses.packageOf(type));
      if (CompiledClasses.name(type).endsWith(".package-info") && isNullMarked(type)) {
        marked.add(CompiledClasses.packageOf(type));
      }
    }
    packages.removeAll(marked);

    assertEquals(List.of(), List.copyOf(packages), "packages without a null-marked package-info");
  }

  private static boolean isNullMarked(ClassModel type) {
    return type.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
        .flatMap(attribute -> attribute.annotations().stream())
        .anyMatch(annotation -> annotation.className().equalsString(NULL_MARKED));
  }
}
