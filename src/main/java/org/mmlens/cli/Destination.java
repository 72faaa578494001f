package org.mmlens.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mmlens.report.Formats;
import org.mmlens.report.Report;
import org.mmlens.report.Style;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A report that is wanted: its format, and the file it goes to if not to standard output.
///
/// @param format the format's name
/// @param file where it goes
record Destination(String format, Optional<Path> file) {

  /// {@return the names of all formats}
  static List<String> formats() {
    return Formats.all(Style.plain()).stream().map(Report::format).toList();
  }

  /// Reads `FORMAT` or `FORMAT=FILE`.
  static final class Converter implements ITypeConverter<Destination> {
    private final FormatName names = new FormatName();

    @Override
    public Destination convert(String text) {
      int eq = text.indexOf('=');
      String format = names.convert(eq < 0 ? text : text.substring(0, eq));
      if (eq >= 0 && eq == text.length() - 1) {
        throw new TypeConversionException("expected a file after '" + text + "'");
      }
      return new Destination(
          format, eq < 0 ? Optional.empty() : Optional.of(Path.of(text.substring(eq + 1))));
    }
  }

  /// Reads and lists the names of formats.
  static final class FormatName extends Choice<String> {
    FormatName() {
      super("format", formats(), name -> name);
    }
  }
}
