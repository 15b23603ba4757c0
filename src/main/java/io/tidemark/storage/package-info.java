/// How files are kept whole: written aside, flushed and moved into place, alone or several together; hashed;
/// JSON in one form.
///
/// Uses nothing of ours; every package that keeps files uses it.
@NullMarked
package io.tidemark.storage;

import org.jspecify.annotations.NullMarked;
