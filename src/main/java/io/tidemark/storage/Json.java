package io.tidemark.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// JSON in the one form that Tidemark keeps: records as objects with sorted keys, two-space indent, line feeds.
///
/// The same value gives the same bytes on every machine. Unknown keys are skipped, so that newer files stay readable.
public final class Json {
    // Only record components are written: a record's isDemo() is an answer, not a part of it.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .addModules(new JavaTimeModule(), new Jdk8Module()).build();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n")).withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {
    }

    /// The text of a value, ending in a line feed.
    ///
    /// @throws IllegalArgumentException when the value cannot be written as JSON
    public static String text(Object value) {
        try {
            return MAPPER.writer(PRINTER).writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /// The value as a tree of JSON nodes.
    ///
    /// @param <N> the kind of node that such a value gives: an object, an array
    @SuppressWarnings("TypeParameterUnusedInFormals") // the caller knows what its value looks like
    public static <N extends JsonNode> N tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /// Reads a file into a value of the given type.
    ///
    /// @throws IOException when the file cannot be read, or is not such JSON: the message names file and line
    public static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), type);
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
            throw new IOException(file + line + " is not readable: " + e.getOriginalMessage(), e);
        }
    }

    /// Reads JSON in UTF-8 into a value of the given type.
    ///
    /// @throws IllegalArgumentException when it is not such JSON; the message tells where
    public static <T> T parse(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("no such JSON: " + e.getMessage(), e);
        }
    }

    /// The same content as another type: a record as a map, or a map that was read as a record.
    ///
    /// @throws IllegalArgumentException when the content does not fit the type; the message tells where
    public static <T> T convert(Object value, Class<T> type) {
        return MAPPER.convertValue(value, type);
    }

    /// Writes a value to a file, whole or not at all.
    ///
    /// @throws IOException when the file cannot be written
    public static void write(Path file, Object value) throws IOException {
        AtomicFile.writeText(file, text(value));
    }
}
