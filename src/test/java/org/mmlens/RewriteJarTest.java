package org.mmlens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `scripts/jar/RewriteJar.java` makes of classes does the same as before.
final class RewriteJarTest {

  @TempDir private Path folder;

  @Test
  void recordsAndSwitchesDoTheSameAndLinkNothingAtRunTime() throws Exception {
    Path jar = folder.resolve("samples.jar");
    pack(jar);
    assertTrue(bootstraps(jar).contains("ObjectMethods"), "nothing to rewrite");
    assertTrue(bootstraps(jar).contains("SwitchBootstraps"), "nothing to rewrite");

    rewrite(jar);

    assertEquals(new TreeSet<>(), bootstraps(jar));
    try (var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, platform())) {
      Class<?> rewritten = loader.loadClass(RewrittenSamples.class.getName());
      assertNotSame(RewrittenSamples.class, rewritten);
      assertEquals(RewrittenSamples.all(), rewritten.getMethod("all").invoke(null));
    }
  }

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static void pack(Path jar) throws Exception {
    Path classes =
        Path.of(RewrittenSamples.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var out = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.list(classes.resolve("org/mmlens"))) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("RewrittenSamples")).toList()) {
        out.putNextEntry(new ZipEntry("org/mmlens/" + file.getFileName()));
        out.write(Files.readAllBytes(file));
        out.closeEntry();
      }
    }
  }

  private static void rewrite(Path jar) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "scripts/jar/RewriteJar.java",
                jar.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), said);
  }

  /// {@return the simple names of the classes of `java.lang.runtime` whose methods link something}
  private static TreeSet<String> bootstraps(Path path) throws IOException {
    TreeSet<String> found = new TreeSet<>();
    try (var jar = new JarFile(path.toFile())) {
      for (var entry : jar.stream().toList()) {
        ClassFile.of().parse(jar.getInputStream(entry).readAllBytes()).methods().stream()
            .flatMap(m -> m.code().stream())
            .flatMap(c -> c.elementStream())
            .filter(InvokeDynamicInstruction.class::isInstance)
            .map(i -> ((InvokeDynamicInstruction) i).bootstrapMethod().owner())
            .filter(owner -> owner.packageName().equals("java.lang.runtime"))
            .forEach(owner -> found.add(owner.displayName()));
      }
    }
    return found;
  }
}
