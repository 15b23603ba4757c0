package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.ClientKind;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.theme.ThemeChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir
    Path folder;

    @Test
    void everythingIsFoundAgain() {
        SettingsStore before = SettingsStore.open(folder);
        before.window(new WindowPlace(10, 20, 1200, 800, true));
        before.theme(ThemeChoice.DARK);
        before.screen(ScreenId.REGIMES);
        before.feed(new FeedChoice.Gateway("127.0.0.1", 7497, 5));
        before.workspace(folder.resolve("one"));
        before.workspace(folder.resolve("two"));
        before.workspace(folder.resolve("one"));
        before.dividers("REGIMES.split", List.of(0.25, 0.7));
        before.columns("POT.table", List.of("strike=80", "dte=60"));
        before.memoryOf(ScreenId.TRAINING).put("rounds", "200");
        before.save();

        SettingsStore after = SettingsStore.open(folder);
        assertThat(after.window()).contains(new WindowPlace(10, 20, 1200, 800, true));
        assertThat(after.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(after.screen()).contains(ScreenId.REGIMES);
        assertThat(after.feed()).isEqualTo(new FeedChoice.Gateway("127.0.0.1", 7497, 5));
        assertThat(after.workspaces()).containsExactly(folder.resolve("one"), folder.resolve("two"));
        assertThat(after.dividers("REGIMES.split")).containsExactly(0.25, 0.7);
        assertThat(after.columns("POT.table")).containsExactly("strike=80", "dte=60");
        assertThat(after.memoryOf(ScreenId.TRAINING).get("rounds")).contains("200");
        assertThat(after.memoryOf(ScreenId.POT).get("rounds")).isEmpty();
    }

    @Test
    void theLastWorkspaceIsOneThatIsStillThere() throws IOException {
        SettingsStore store = SettingsStore.open(folder);
        assertThat(store.lastWorkspace()).isEmpty();
        store.workspace(Files.createDirectory(folder.resolve("kept")));
        store.workspace(folder.resolve("gone"));
        assertThat(store.lastWorkspace()).contains(folder.resolve("kept"));
    }

    @Test
    void unkeptSettingsAreNeverWritten() {
        SettingsStore store = SettingsStore.unkept();
        store.workspace(folder);
        store.save();
        assertThat(store.workspaces()).containsExactly(folder);
        assertThat(SettingsStore.open(folder).workspaces()).isEmpty();
    }

    @Test
    void aChangeIsToldOnceAndAnOlderStateNeverReplacesAYounger() {
        SettingsStore store = SettingsStore.open(folder);
        var told = new AtomicInteger();
        store.onChange(told::incrementAndGet);
        store.theme(ThemeChoice.DARK);
        store.theme(ThemeChoice.DARK);
        assertThat(told).hasValue(1);
        var waiting = new ArrayList<Runnable>();
        store.saveOn(waiting::add);
        store.theme(ThemeChoice.LIGHT);
        store.save();
        waiting.forEach(Runnable::run);
        assertThat(SettingsStore.open(folder).theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void aDamagedFileIsNoReasonNotToStart() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{ \"theme\": \"DARK\"");
        SettingsStore store = SettingsStore.open(folder);
        assertThat(store.theme()).isEqualTo(ThemeChoice.SYSTEM);
        store.theme(ThemeChoice.LIGHT);
        store.save();
        assertThat(SettingsStore.open(folder).theme()).isEqualTo(ThemeChoice.LIGHT);
    }

    @Test
    void aFileOfAnotherVersionKeepsWhatIsKnown() throws IOException {
        Files.writeString(folder.resolve("settings.json"),
                "{ \"theme\": \"DARK\", \"screen\": \"ORACLE\", \"unheardOf\": 1 }");
        SettingsStore store = SettingsStore.open(folder);
        assertThat(store.theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(store.screen()).isEmpty();
    }

    @Test
    void feedsSurviveTheirText() {
        for (FeedChoice choice : List.of(FeedChoice.Demo.standard(), new FeedChoice.Gateway("::1", 4002, 71),
                new FeedChoice.Gateway("::1", 4002, 71, ClientKind.OFFICIAL), new FeedChoice.CsvFolder(folder))) {
            assertThat(FeedText.choice(Optional.of(FeedText.of(choice)))).isEqualTo(choice);
        }
    }

    @Test
    void aWindowComesBackOnlyToAScreenThatExists() {
        var screen = new Rectangle2D(0, 0, 1920, 1080);
        assertThat(new WindowPlace(100, 50, 1200, 800, false).isReachable(List.of(screen))).isTrue();
        assertThat(new WindowPlace(2500, 50, 1200, 800, false).isReachable(List.of(screen))).isFalse();
        assertThat(new WindowPlace(-1150, 50, 1200, 800, false).isReachable(List.of(screen))).isFalse();
        assertThat(new WindowPlace(100, 1050, 1200, 800, false).isReachable(List.of(screen))).isFalse();
    }

    @Test
    void eachSystemHasItsOwnPlaces() {
        Path home = folder;
        Path xdg = folder.resolve("xdg").toAbsolutePath();
        assertThat(AppFolders.of("Linux", Map.of("XDG_CONFIG_HOME", xdg.toString()), home).settings())
                .isEqualTo(xdg.resolve("tidemark"));
        assertThat(AppFolders.of("Linux", Map.of("XDG_CONFIG_HOME", "relative"), home).settings())
                .isEqualTo(home.resolve(".config").resolve("tidemark"));
        assertThat(AppFolders.of("Mac OS X", Map.of(), home).logs())
                .isEqualTo(home.resolve("Library").resolve("Logs").resolve("Tidemark"));
        assertThat(AppFolders.of("Windows 11", Map.of("APPDATA", xdg.toString()), home).settings())
                .isEqualTo(xdg.resolve("Tidemark"));
    }

    @Test
    void aDisplayIsNeededOnLinuxOnly() {
        assertThat(Workbench.hasDisplay("Linux", Map.of(), "")).isFalse();
        assertThat(Workbench.hasDisplay("Linux", Map.of("DISPLAY", ":0"), "")).isTrue();
        assertThat(Workbench.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0"), "")).isTrue();
        assertThat(Workbench.hasDisplay("Linux", Map.of(), "Headless")).isTrue();
        assertThat(Workbench.hasDisplay("Mac OS X", Map.of(), "")).isTrue();
        assertThat(Workbench.canLoad("libthat-nobody-has.so.0")).isFalse();
    }
}
