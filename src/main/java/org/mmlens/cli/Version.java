package org.mmlens.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints. The number is the jar's; classes run out of a folder have none.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      number(), "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }

  /// {@return the name and the number}
  static String number() {
    String jar = Version.class.getPackage().getImplementationVersion();
    return "mmlens " + Objects.requireNonNullElse(jar, "(unpackaged)");
  }
}
