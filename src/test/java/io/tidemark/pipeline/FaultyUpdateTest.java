package io.tidemark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.gateway.demo.Fault;
import io.tidemark.storage.Sha256;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each fault of the demo gateway during an update: the stored files are complete, or as they were, and it is said why.
@Timeout(120)
class FaultyUpdateTest {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 28);
    private static final LocalDate JULY = LocalDate.of(2024, 7, 31);
    private static final Map<String, Future<String>> UPDATES = new HashMap<>();

    @TempDir
    private static Path folder;

    /// A fault, and a word of the sentence that the update ends with; empty when it succeeds.
    record Case(String fault, String failure) {
        @Override
        public String toString() {
            return fault;
        }
    }

    private static List<Case> cases() {
        return List.of(new Case("no-handshake", "answer"), new Case("version", "version"),
                new Case("error-326", "client id"), new Case("error-10141", "disclaimer"),
                new Case("no-answer", "within"), new Case("no-answer:contract", "within"),
                new Case("delay:0.3", ""), new Case("error-162:pacing", "asked too often"),
                new Case("error-162:no-data", "no bars there"), new Case("error-162:cancelled", "SPY"),
                new Case("error-162:permissions", "permissions"), new Case("error-162:other-session", "session"),
                new Case("error-162:step", "162"), new Case("error-162:length", "162"),
                new Case("error-200", "200"), new Case("error-200:ambiguous", "200"), new Case("error-321", "321"),
                new Case("close-mid-frame", "connection"), new Case("farm-brokenx1", ""),
                new Case("link-lostx1", ""), new Case("split-frame@SPY", ""), new Case("lots", ""),
                new Case("partial-bar", ""), new Case("split:4@NVDA", ""),
                new Case("missing-day:2024-07-10", ""), new Case("duplicate-bar", "two bars"),
                new Case("changed-bar", ""), new Case("bad-bar@SPY", "not stored"));
    }

    @BeforeAll
    static void updateAll() throws Exception {
        Path june = folder.resolve("june");
        var feed = new SyntheticFeed(JUNE);
        Workspace workspace = Workspace.at(june);
        new Download(workspace, feed, feed.clock()).run(Growth.SETTINGS.symbols(), 3, false, RunContext.unwatched())
                .orFail();
        new PrepareRegime(workspace).run(WorkspaceLabelling.of(workspace).labelling(0), RunContext.unwatched());
        new PreparePot(workspace).run(Growth.SETTINGS, RunContext.unwatched());
        // closing waits for all of them
        try (var clients = Executors.newFixedThreadPool(8)) {
            for (Case each : cases()) {
                Path root = folder(each);
                MonthlyUpdateTest.copy(june, root);
                UPDATES.put(each.fault(), clients.submit(() -> update(root, each.fault())));
            }
        }
    }

    private static Path folder(Case each) {
        return folder.resolve(each.fault().replace(':', '-'));
    }

    /// The sentence of a failure; empty after a success.
    private static String update(Path root, String fault) throws Exception {
        try (var market = DemoMarket.on(JULY, fault); var feed = market.feed()) {
            new MonthlyUpdate(Workspace.at(root), feed, market.clock()).prolong(UpdateWish.usual(),
                    RunContext.unwatched());
            return "";
        } catch (StageFailure e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void filesAreCompleteOrAsTheyWere(Case met) throws Exception {
        String sentence = Objects.requireNonNull(UPDATES.get(met.fault())).get();

        Workspace workspace = Workspace.at(folder(met));
        if (met.failure().isEmpty()) {
            assertThat(sentence).isEmpty();
            Growth.of(workspace).assertNothingLostSince(Growth.of(Workspace.at(folder.resolve("june"))));
            Growth.assertIsRebuild(workspace, folder.resolve("again-" + met.fault().replace(':', '-')));
        } else {
            assertThat(sentence).containsIgnoringCase(met.failure()).endsWith(".");
            assertThat(files(folder(met), met)).containsAllEntriesOf(files(folder.resolve("june"), met));
        }
    }

    /// What a failure must not touch: everything, but for the other symbols' bars when one symbol fails.
    private static Map<String, String> files(Path root, Case met) throws IOException {
        var found = new TreeMap<String, String>();
        String symbol = met.fault().contains("@") ? met.fault().substring(met.fault().indexOf('@') + 1) : "";
        try (var files = Files.walk(root.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (symbol.isEmpty() || name.contains(symbol + "_daily") || !name.contains("_daily_")) {
                    found.put(name, Sha256.of(file));
                }
            }
        }
        return found;
    }

    @Test
    void everyKindOfFaultIsMet() {
        assertThat(cases().stream().map(each -> Fault.parse(each.fault()).kind().usage()).collect(Collectors.toSet()))
                .hasSize(Fault.catalogue().size()).isEqualTo(Fault.catalogue().keySet());
    }
}
