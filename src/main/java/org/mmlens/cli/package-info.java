/// The command line: commands, options, exit codes, and nothing else.
///
/// [org.mmlens.cli.Main] is the program. This package alone touches the process: streams,
/// environment, working folder, exit. Commands read options, ask other packages for the work, print
/// what comes back and decide nothing themselves. [org.mmlens.cli.ExitCode] lists what the process
/// tells its caller.
@NullMarked
package org.mmlens.cli;

import org.jspecify.annotations.NullMarked;
