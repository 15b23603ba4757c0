package io.tidemark.ui.app;

import io.tidemark.ui.screen.FileDialogs;
import io.tidemark.ui.screen.MarketStatus;
import io.tidemark.ui.screen.Memory;
import io.tidemark.ui.screen.Navigator;
import io.tidemark.ui.screen.Notices;
import io.tidemark.ui.screen.Pipelines;
import io.tidemark.ui.screen.ScreenId;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.theme.ThemeSwitch;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/// What there is to hand to screens, for one open workspace. Stays in this package: a screen takes what it needs.
///
/// @param pipelines the open workspace and the way to work in it
/// @param navigator leads to other screens
/// @param notices tells the person
/// @param work starts and lists long work
/// @param quick computes quick answers
/// @param theme colours for painters
/// @param market state of the gateway and source of the bars
/// @param memory what a screen keeps, by its id
/// @param folders shows a folder in the system's file manager
/// @param files asks for files and folders
/// @param clock the time
/// @param chooseWorkspace lets the person open another folder
/// @param openWorkspace opens another folder
record ScreenParts(Pipelines pipelines, Navigator navigator, Notices notices, RunningWork work, Executor quick,
        ThemeSwitch theme, MarketStatus market, Function<ScreenId, Memory> memory, Consumer<Path> folders,
        FileDialogs files, Clock clock, Runnable chooseWorkspace, Consumer<Path> openWorkspace) {}
