package org.mmlens.bot.config;

import java.util.List;
import org.mmlens.diag.Diagnostic;

/// What came of reading a configuration.
public sealed interface ConfigReading {

  /// It can be used.
  ///
  /// @param config what it says
  record Usable(BotConfig config) implements ConfigReading {}

  /// It cannot.
  ///
  /// @param why everything that is wrong, in the order of the file
  record Refused(List<Diagnostic> why) implements ConfigReading {
    /// Copies the list.
    public Refused {
      why = List.copyOf(why);
    }
  }
}
