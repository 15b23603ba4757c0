package io.tidemark.schedule;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// The files of `packaging` that become files of a scheduler once `@NAMES@` in them are filled in.
@FunctionalInterface
public interface Templates {
    /// The text of a template.
    ///
    /// @param name such as `linux/tidemark-update.timer`
    /// @throws IOException when there is none
    String text(String name) throws IOException;

    /// Those that the program carries.
    static Templates carried() {
        return name -> {
            try (InputStream in = Templates.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new NoSuchFileException(name, null, "this build of Tidemark does not carry it");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        };
    }

    /// Those of a folder.
    static Templates in(Path folder) {
        return name -> Files.readString(folder.resolve(name));
    }

    /// A template with its names filled in.
    ///
    /// @throws IOException when there is no such template
    default String filled(String name, Map<String, String> values) throws IOException {
        String text = text(name).replace("\r\n", "\n");
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        return text;
    }
}
