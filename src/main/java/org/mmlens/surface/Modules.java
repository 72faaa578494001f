package org.mmlens.surface;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mmlens.surface.scan.Use;

/// Tells which users of a symbol can be built as modules, and so need its export.
///
/// An option can be `m` if a Kconfig file declares it `tristate`; a file can be a module if an
/// option that compiles it is one. Files in a tree without Kconfig files are asked whether they are
/// written as modules.
final class Modules {

  private static final Pattern MODULE =
      Pattern.compile("\\b(MODULE_LICENSE|module_init|module_exit|module_[a-z_]*driver)\\s*\\(");

  private final TreeView view;
  private final Makefiles makefiles;

  Modules(TreeView view) {
    this.view = view;
    this.makefiles = new Makefiles(view.tree());
  }

  /// {@return the uses in files that can be modules, other than the one that defines the symbol}
  List<Use> among(List<Use> users, Symbol symbol) {
    Set<String> own = new TreeSet<>(symbol.definitions().stream().map(e -> e.path()).toList());
    return users.stream()
        .filter(use -> !own.contains(use.path()) && use.path().endsWith(".c"))
        .filter(use -> modular(use.path()))
        .toList();
  }

  private boolean modular(String path) {
    List<String> options = makefiles.options(path);
    if (options.isEmpty()) {
      return view.tree().text(path).filter(text -> MODULE.matcher(text).find()).isPresent();
    }
    return options.stream().anyMatch(option -> tristate(option, Paths.folder(path)));
  }

  private boolean tristate(String option, String folder) {
    String name = option.replaceFirst("^CONFIG_", "");
    var declared =
        Pattern.compile(
            "^(?:menu)?config "
                + Pattern.quote(name)
                + "\\n(?:[ \\t].*\\n)*?[ \\t]+(tristate|bool)",
            Pattern.MULTILINE);
    for (String at = folder; ; at = Paths.folder(at)) {
      String prefix = at.isEmpty() ? "" : at + "/";
      var matcher = declared.matcher(view.tree().text(prefix + "Kconfig").orElse(""));
      if (matcher.find()) {
        return matcher.group(1).equals("tristate");
      }
      if (at.isEmpty()) {
        return false;
      }
    }
  }
}
