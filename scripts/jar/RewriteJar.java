import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Rewrites a jar so that less is left to do at each start.
///
/// The JVM can archive all classes but those from before Java 6, which have no stack maps and are
/// read and verified anew: they get them. It archives no code that `invokedynamic` makes for
/// records and switches: classes of mmlens get that code as plain methods, see [PlainCode].
///
/// The other entries stay as they are, in their order.
final class RewriteJar {

  private static final int OLDEST_ARCHIVED = ClassFile.JAVA_6_VERSION;
  private static final int MAJOR_AT = 6;
  private static final String OURS = "org/mmlens/";

  private final ZipFile jar;
  private final ClassFile format;

  private RewriteJar(ZipFile jar) {
    this.jar = jar;
    this.format =
        ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(this::resource)));
  }

  public static void main(String[] args) throws IOException {
    Path path = Path.of(args[0]);
    Path next = path.resolveSibling(path.getFileName() + ".next");
    try (var jar = new ZipFile(path.toFile());
        var out = new BufferedOutputStream(Files.newOutputStream(next))) {
      new RewriteJar(jar).copy(out);
    }
    Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
  }

  private void copy(OutputStream target) throws IOException {
    try (var out = new ZipOutputStream(target)) {
      for (ZipEntry entry : Collections.list(jar.entries())) {
        byte[] content;
        try (InputStream in = jar.getInputStream(entry)) {
          content = in.readAllBytes();
        }
        var copied = new ZipEntry(entry.getName());
        copied.setTime(entry.getTime());
        out.putNextEntry(copied);
        out.write(rewritten(entry.getName(), content));
        out.closeEntry();
      }
    }
  }

  private byte[] rewritten(String name, byte[] content) {
    if (!name.endsWith(".class")) {
      return content;
    }
    return name.startsWith(OURS) ? plain(content) : upgraded(content);
  }

  private byte[] plain(byte[] content) {
    ClassModel model = format.parse(content);
    PlainCode code = new PlainCode(model);
    return code.needed() ? format.transformClass(model, code.transform()) : content;
  }

  /// Code is built anew element by element: what is copied as a whole gets no stack maps.
  private byte[] upgraded(byte[] content) {
    int major = (content[MAJOR_AT] & 0xff) << 8 | content[MAJOR_AT + 1] & 0xff;
    if (major >= OLDEST_ARCHIVED) {
      return content;
    }
    ClassTransform newer =
        ClassTransform.dropping(element -> element instanceof ClassFileVersion)
            .andThen(ClassTransform.transformingMethodBodies((code, part) -> code.with(part)))
            .andThen(
                ClassTransform.endHandler(type -> type.withVersion(ClassFile.JAVA_8_VERSION, 0)));
    return format.transformClass(format.parse(content), newer);
  }

  private InputStream resource(ClassDesc type) {
    String descriptor = type.descriptorString();
    String name = descriptor.substring(1, descriptor.length() - 1) + ".class";
    ZipEntry entry = jar.getEntry(name);
    try {
      return entry == null
          ? ClassLoader.getSystemResourceAsStream(name)
          : jar.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
