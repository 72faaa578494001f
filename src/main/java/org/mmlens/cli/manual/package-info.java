/// What can be made of the model of a command line: completion for shells, pages for man(1).
///
/// The entries are [org.mmlens.cli.manual.ManPages] and [org.mmlens.cli.manual.FishCompletion].
/// Nothing here knows a command by name: picocli's model says what there is, so neither can lag
/// behind the options. What bash and zsh source is picocli's own work.
///
/// Sources: groff_man(7), man-pages(7), fish's complete(1).
@NullMarked
package org.mmlens.cli.manual;

import org.jspecify.annotations.NullMarked;
