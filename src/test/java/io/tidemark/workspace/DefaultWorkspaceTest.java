package io.tidemark.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefaultWorkspaceTest {
    @TempDir
    Path home;

    @Test
    void aBuildWorksInTheCurrentFolder() {
        assertThat(DefaultWorkspace.of(false, home)).isEqualTo(Path.of(""));
    }

    @Test
    void anInstalledApplicationWorksAmongTheDocuments() {
        assertThat(DefaultWorkspace.of(true, home)).isEqualTo(home.resolve("Documents/Tidemark"));
    }

    @Test
    void theDesktopsOwnNameForDocumentsCounts() throws IOException {
        names("# written by xdg-user-dirs\nXDG_DESKTOP_DIR=\"$HOME/Bureau\"\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n");

        assertThat(DefaultWorkspace.of(true, home)).isEqualTo(home.resolve("Dokumente/Tidemark"));
    }

    @Test
    void documentsMayLieOutsideTheHomeFolder() throws IOException {
        names("XDG_DOCUMENTS_DIR=\"/srv/papers\"\n");

        assertThat(DefaultWorkspace.of(true, home)).isEqualTo(Path.of("/srv/papers/Tidemark"));
    }

    @Test
    void aFileWithoutDocumentsIsPassedOver() throws IOException {
        names("XDG_MUSIC_DIR=\"$HOME/Music\"\n");

        assertThat(DefaultWorkspace.of(true, home)).isEqualTo(home.resolve("Documents/Tidemark"));
    }

    private void names(String text) throws IOException {
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/user-dirs.dirs"), text);
    }
}
