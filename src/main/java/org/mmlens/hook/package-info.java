/// Reviews where git already stops: before a commit, in `git am`, before mail is sent, before a
/// push.
///
/// [org.mmlens.hook.Installation] puts hooks into a checkout and takes them away;
/// [org.mmlens.hook.Occasion] is what a hook was called for, as a series and the tree it changes;
/// [org.mmlens.hook.Ruling] says whether git goes on. The machine's git is asked for all that
/// depends on its environment (index, working trees, configuration). Whether a review starts at all
/// is decided before, in `scripts/hook-run`, without a JVM. Sources: githooks(5), git-config(1),
/// git-send-email(1) of git 2.39; git-config(1) of git 2.55 for hooks in the configuration.
@NullMarked
package org.mmlens.hook;

import org.jspecify.annotations.NullMarked;
