/// Configuration files: what a key may be, what the files say and where, and which file wins.
///
/// The entry is [org.mmlens.config.ConfigFiles]. A key is declared as a [org.mmlens.config.Key]; it
/// has a kind, and perhaps a narrower one for the file that lies in a tree, since that file comes
/// from strangers. What a key does is not known here: the command line turns each into the option
/// of its name.
///
/// Sources: TOML 1.0.0; the XDG Base Directory Specification.
@NullMarked
package org.mmlens.config;

import org.jspecify.annotations.NullMarked;
