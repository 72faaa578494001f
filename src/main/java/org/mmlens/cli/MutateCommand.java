package org.mmlens.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mmlens.mutate.Mutant;
import org.mmlens.report.MutationText;
import org.mmlens.review.Mutation;
import org.mmlens.review.Trials.Answer;
import org.mmlens.tree.SourceTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// How good a review is, measured by mistakes made on purpose.
@Command(
    name = "mutate",
    header = "Makes small mistakes in functions of a tree and says which of them a review notices.",
    description = {
      "",
      "Example: @|bold mmlens mutate --tree ~/linux --function vma_expand|@",
      "",
      "A mutant that survives is code without effect, or something a review does not see; it is"
          + " printed as a patch. One that compiles to the same code is no mistake."
    },
    exitCodeList = {
      "0:every mutant was noticed, does not compile, or is the same code",
      "1:some survived, or nothing can be said of them",
      "2:the command line or the environment is not as it must be",
      "3:bad input: a configuration that cannot be read",
      "4:the lens cannot run on this tree, or does not lead to the function",
      "70:a bug of mmlens"
    })
final class MutateCommand implements Callable<Integer> {

  @Mixin private final TreeOptions tree = new TreeOptions();
  @Mixin private final MachineOptions machine = new MachineOptions();
  @Mixin private final CacheOptions cache = new CacheOptions();

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description =
          "A function to change; may be given several times (default: the one that moves the"
              + " stack, and those that it calls).")
  private List<String> functions = new ArrayList<>();

  private final Surroundings here;

  MutateCommand(Surroundings here) {
    this.here = here;
  }

  @Override
  public Integer call() {
    SourceTree chosen =
        tree.open(here, Optional.empty(), Verbosity.NORMAL, cache.folder(here)).tree();
    machine.check(chosen);
    return switch (Mutation.on(chosen, functions, machine.options().config())) {
      case Mutation.Preparation.Unfit(String reason) -> {
        here.say("mmlens: error: " + reason);
        yield ExitCode.INCONCLUSIVE.status();
      }
      case Mutation.Preparation.Ready(Mutation mutation) -> run(chosen, mutation);
    };
  }

  private int run(SourceTree chosen, Mutation mutation) {
    List<Mutation.Tried> all = new ArrayList<>();
    for (Mutant mutant : mutation.mutants()) {
      if (here.interruption().requested()) {
        here.say("mmlens: interrupted: what follows is incomplete");
        break;
      }
      Mutation.Tried tried = mutation.attempt(mutant);
      all.add(tried);
      here.out().println(MutationText.line(tried));
      here.out().flush();
    }
    Map<String, byte[]> files = new HashMap<>();
    mutation
        .functions()
        .values()
        .forEach(path -> files.put(path, chosen.read(path).orElse(new byte[0])));
    here.out().print(MutationText.of(all, files, here.style()));
    here.out().flush();
    boolean open =
        all.stream()
            .anyMatch(
                t ->
                    t.answer() instanceof Answer.Silent
                        || t.answer() instanceof Answer.Inconclusive);
    return (open ? ExitCode.FINDINGS : ExitCode.CLEAN).status();
  }
}
