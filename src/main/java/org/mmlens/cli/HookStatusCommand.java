package org.mmlens.cli;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.mmlens.config.Layers;
import org.mmlens.hook.Hook;
import org.mmlens.hook.HookException;
import org.mmlens.hook.HookSettings;
import org.mmlens.hook.Installation;
import org.mmlens.hook.Place;
import org.mmlens.report.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// How things stand with the hooks.
@Command(
    name = "status",
    header = "Says which hooks of the checkout are mmlens, and how they are set.",
    description = {"", "Example: @|bold mmlens hook status|@"})
final class HookStatusCommand implements Callable<Integer>, Configuration.Reader {

  @Mixin private final HookOptions options = new HookOptions();

  private final Surroundings here;

  HookStatusCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public void configured(Layers layers, Set<String> given) {
    // What the files say of hooks comes as options.
  }

  @Override
  public Integer call() {
    Installation installation = HookCommand.installation(here);
    try {
      for (Hook hook : Hook.values()) {
        here.out().println(line(here, hook, installation.place(hook)));
      }
      HookSettings settings =
          HookSettings.of(installation.git(), Hook.PRE_COMMIT, options.otherwise());
      here.out().println(HookSettings.ON_ERROR + " is " + settings.onError().word());
      for (Hook hook : Hook.values()) {
        here.out()
            .println(
                "%s takes %s s at the most"
                    .formatted(
                        hook.word(),
                        HookSettings.seconds(
                            HookSettings.of(installation.git(), hook, options.otherwise())
                                .budget())));
      }
      settings.odd().forEach(odd -> here.out().println("warning: " + Printable.of(odd)));
    } catch (HookException e) {
      throw HookCommand.refusal(e);
    }
    here.out().flush();
    return ExitCode.CLEAN.status();
  }

  /// {@return one line on a hook}
  static String line(Surroundings here, Hook hook, Place place) {
    String how =
        switch (place) {
          case Place.Free() -> "no hook";
          case Place.InFile(var file, var chained, _) ->
              "mmlens, in %s%s"
                  .formatted(shown(here, file), chained ? ", after the hook that was there" : "");
          case Place.InConfig(var command) ->
              "mmlens, in git's configuration: " + Printable.of(command);
          case Place.Changed(var file) -> "of mmlens, but changed since: " + shown(here, file);
          case Place.Taken(var file) -> "a hook that is not of mmlens: " + shown(here, file);
        };
    return hook.word() + ": " + how;
  }

  private static String shown(Surroundings here, Path file) {
    Path folder = here.folder().toAbsolutePath().normalize();
    return Printable.of((file.startsWith(folder) ? folder.relativize(file) : file).toString());
  }
}
