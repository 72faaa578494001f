/// A folder that keeps what is costly to make from one run to the next.
///
/// [org.mmlens.cache.Store] keeps bytes under a kind and a key. It knows nothing of what the bytes
/// mean; whoever puts them there gives a key that names everything they were made from.
@NullMarked
package org.mmlens.cache;

import org.jspecify.annotations.NullMarked;
