package org.mmlens.cli;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mmlens.bot.Launcher;

/// Starts reviews with the JVM and the jar that the bot itself runs on.
final class BotLauncher implements Launcher {

  /// As the launcher script starts mmlens; one compiler thread less matters, the review is short.
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-DontCompileHugeMethods",
          "-XX:TieredStopAtLevel=1",
          "-Xss8m",
          "-XX:PretenureSizeThreshold=1m",
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UseTransparentHugePages",
          "-XX:-UsePerfData",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          "-Xlog:disable",
          "-Xlog:all=error:stderr");

  private final Surroundings here;

  BotLauncher(Surroundings here) {
    this.here = here;
  }

  @Override
  public List<String> command(int heapMib) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(archives(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    command.add("-Xmx" + heapMib + "m");
    here.home().ifPresent(home -> command.add("-Dmmlens.home=" + home.toAbsolutePath()));
    here.build().ifPresent(build -> command.add("-Dmmlens.build=" + build));
    command.add("-cp");
    command.add(absolute(System.getProperty("java.class.path")));
    command.add(ReviewWorker.class.getName());
    return command;
  }

  /// {@return of a JVM's arguments those that name archived classes: a review starts on the same
  /// jar, and so half a second sooner}
  static List<String> archives(List<String> arguments) {
    return arguments.stream().filter(argument -> argument.startsWith("-XX:AOTCache=")).toList();
  }

  private static String absolute(String classPath) {
    return String.join(
        java.io.File.pathSeparator,
        List.of(classPath.split(java.io.File.pathSeparator)).stream()
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .toList());
  }

  /// {@return a name that no other worker has: of this machine and the folder}
  static String workerName(Path folder) {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "localhost";
    }
    return host + ":" + folder.toAbsolutePath().normalize();
  }
}
