/// Holds the documents against what they speak of.
@NullMarked
package io.tidemark.documentation;

import org.jspecify.annotations.NullMarked;
