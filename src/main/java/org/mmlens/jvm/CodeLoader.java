package org.mmlens.jvm;

import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;
import org.mmlens.machine.Backtrace;

/// Defines the classes of one program when the JVM first needs them.
final class CodeLoader extends ClassLoader {

  private final Map<String, byte[]> waiting = new HashMap<>();

  CodeLoader(ClassLoader models) {
    super(Backtrace.LOADER, models);
  }

  /// {@return the name the JVM loads a class by}
  static String binaryName(ClassDesc type) {
    return type.packageName() + "." + type.displayName();
  }

  void add(String name, byte[] classFile) {
    synchronized (getClassLoadingLock(name)) {
      waiting.put(name, classFile);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      byte[] classFile = waiting.remove(name);
      if (classFile == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, classFile, 0, classFile.length);
    }
  }
}
