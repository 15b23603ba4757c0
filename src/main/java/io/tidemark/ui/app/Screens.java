package io.tidemark.ui.app;

import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.RunHistory;
import io.tidemark.ui.chart.ChartCard;
import io.tidemark.ui.connection.ConnectionDesk;
import io.tidemark.ui.connection.ConnectionScreen;
import io.tidemark.ui.connection.ConnectionState;
import io.tidemark.ui.download.DownloadDesk;
import io.tidemark.ui.download.DownloadScreen;
import io.tidemark.ui.download.DownloadState;
import io.tidemark.ui.overview.OverviewDesk;
import io.tidemark.ui.overview.OverviewScreen;
import io.tidemark.ui.overview.OverviewState;
import io.tidemark.ui.overview.UpdateDesk;
import io.tidemark.ui.overview.UpdateState;
import io.tidemark.ui.pot.PotDesk;
import io.tidemark.ui.pot.PotScreen;
import io.tidemark.ui.pot.PotState;
import io.tidemark.ui.predict.PredictDesk;
import io.tidemark.ui.predict.PredictScreen;
import io.tidemark.ui.predict.PredictState;
import io.tidemark.ui.regimes.RegimesDesk;
import io.tidemark.ui.regimes.RegimesScreen;
import io.tidemark.ui.regimes.RegimesState;
import io.tidemark.ui.runs.ChampionDesk;
import io.tidemark.ui.runs.RunsDesk;
import io.tidemark.ui.runs.RunsScreen;
import io.tidemark.ui.runs.RunsState;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.setup.RulesDesk;
import io.tidemark.ui.setup.SetupDesk;
import io.tidemark.ui.setup.SetupScreen;
import io.tidemark.ui.setup.SetupState;
import io.tidemark.ui.training.TrainingDesk;
import io.tidemark.ui.training.TrainingScreen;
import io.tidemark.ui.training.TrainingState;
import java.util.List;

/// Makes the screens of the workbench: the only place that knows them all, and hands each what it wants.
final class Screens {
    private final ScreenParts parts;
    private final UpdateDesk update;

    /// The screens of one workspace.
    ///
    /// @param refresh has the screen in front look at the workspace again
    Screens(ScreenParts parts, Runnable refresh) {
        this.parts = parts;
        var state = new UpdateState(parts.memory().apply(ScreenId.OVERVIEW), parts.pipelines().workspace().root());
        update = new UpdateDesk(parts.pipelines(), state, parts.work(),
                new UpdateDesk.Shell(parts.notices(), parts.navigator(), refresh), parts.market(), parts.clock());
    }

    /// Starts what a workspace that was opened is due for.
    void opened() {
        update.startWhenDue();
    }

    /// The screens there are, in any order; the navigation follows [ScreenId].
    List<ScreenEntry> all() {
        return List.of(new ScreenEntry(ScreenId.OVERVIEW, this::overview),
                new ScreenEntry(ScreenId.CONNECTION, this::connection),
                new ScreenEntry(ScreenId.DOWNLOAD, this::download), new ScreenEntry(ScreenId.REGIMES, this::regimes),
                new ScreenEntry(ScreenId.SETUP, this::setup), new ScreenEntry(ScreenId.POT, this::pot),
                new ScreenEntry(ScreenId.TRAINING, this::training), new ScreenEntry(ScreenId.RUNS, this::runs),
                new ScreenEntry(ScreenId.PREDICT, this::predict));
    }

    private OverviewScreen overview() {
        var state = new OverviewState();
        var desk = new OverviewDesk(parts.pipelines(), state, parts.work(), parts.notices(), parts.market(),
                parts.clock(), PipelineSettings.defaults());
        return OverviewScreen.load(state, desk, update, parts.navigator(), parts.work(), saving());
    }

    private ConnectionScreen connection() {
        var state = new ConnectionState();
        var desk = new ConnectionDesk(parts.pipelines(), state, parts.work(), parts.market(), parts.openWorkspace());
        return ConnectionScreen.load(state, desk, parts.work(), parts.market(), parts.clock().getZone());
    }

    private DownloadScreen download() {
        var state = new DownloadState();
        var desk = new DownloadDesk(parts.pipelines(), state, parts.work(), parts.notices(), parts.market(),
                parts.clock());
        return DownloadScreen.load(state, desk, parts.work(), parts.navigator());
    }

    private RegimesScreen regimes() {
        var state = new RegimesState();
        var desk = new RegimesDesk(parts.pipelines().workspace(), state, parts.work(), parts.quick(), parts.notices(),
                parts.clock());
        return RegimesScreen.load(state, desk, saving(), parts.navigator());
    }

    private SetupScreen setup() {
        var state = new SetupState();
        var desk = new SetupDesk(parts.pipelines(), state, parts.work(), parts.notices(), parts.market(),
                parts.memory().apply(ScreenId.SETUP), parts.clock());
        var rules = new RulesDesk(parts.pipelines().workspace(), state, parts.work(), parts.quick());
        return SetupScreen.load(state, desk, rules, parts.work(), parts.theme(), parts.navigator(),
                parts.chooseWorkspace());
    }

    private TrainingScreen training() {
        var state = new TrainingState(PipelineSettings.defaults().seed());
        state.remember(parts.memory().apply(ScreenId.TRAINING), parts.pipelines().workspace().root());
        var desk = new TrainingDesk(parts.pipelines(), state, parts.work(), parts.notices(), parts.clock());
        return TrainingScreen.load(state, desk, parts.navigator(), saving(), parts.clock().getZone());
    }

    private RunsScreen runs() {
        var state = new RunsState();
        var history = new RunHistory(parts.pipelines().workspace(), parts.clock());
        return RunsScreen.load(state, new RunsDesk(history, state, parts.work(), parts.notices()),
                new ChampionDesk(parts.pipelines(), parts.work(), parts.notices(), parts.clock()), parts.navigator(),
                saving(), parts.folders(), parts.clock().getZone());
    }

    private PotScreen pot() {
        var state = new PotState();
        var desk = new PotDesk(parts.pipelines(), state, parts.work(), parts.quick(), parts.notices());
        return PotScreen.load(state, desk, parts.navigator(), saving());
    }

    private PredictScreen predict() {
        var state = new PredictState();
        var desk = new PredictDesk(parts.pipelines().workspace(), parts.clock(), state, parts.work());
        return PredictScreen.load(state, desk, parts.navigator(), saving());
    }

    private ChartCard.Saving saving() {
        return new ChartCard.Saving(parts.theme(), parts.work(), parts.notices(), parts.files());
    }
}
