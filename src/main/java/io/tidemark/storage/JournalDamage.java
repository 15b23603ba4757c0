package io.tidemark.storage;

import java.io.IOException;

/// An entry of a journal is not what was written; the message is a sentence for a person.
final class JournalDamage extends IOException {
    private static final long serialVersionUID = 1L;

    JournalDamage(String sentence) {
        super(sentence);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
