/// Real option chains as they were quoted: snapshots kept as dated files, and the plan of when to take the next.
///
/// A snapshot comes in at `gateway`, rests here until its options have expired, and then becomes rows of the
/// probability-of-touch training set. May use `market` and `storage`.
@NullMarked
package io.tidemark.chain;

import org.jspecify.annotations.NullMarked;
