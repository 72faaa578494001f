package org.mmlens.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// What `--version` prints. The number is the jar's; classes run out of a folder have none.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String jar = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "mmlens " + Objects.requireNonNullElse(jar, "(unpackaged)"),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }
}
