package io.tidemark.ui;

import io.tidemark.ui.screen.Memory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A memory that lasts as long as a test.
public final class KeptTexts implements Memory {
    private final Map<String, String> texts = new HashMap<>();

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    @Override
    public void put(String name, String text) {
        texts.put(name, text);
    }
}
