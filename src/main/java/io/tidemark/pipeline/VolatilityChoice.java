package io.tidemark.pipeline;

import io.tidemark.dataset.DatasetFiles;
import io.tidemark.dataset.DatasetManifest;
import io.tidemark.workspace.VolatilityUse;
import io.tidemark.workspace.Workspace;
import java.io.IOException;

/// A person's choice whether a workspace downloads the options' implied volatility and samples options with it.
///
/// It is on until somebody says otherwise. Switched off, nothing that was made changes: options that start by the
/// newest day of the set in place keep the volatility that they have, those of later days get an estimate.
public final class VolatilityChoice {
    private final Workspace workspace;

    /// The choice of `workspace`.
    public VolatilityChoice(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Whether implied volatility is downloaded and used.
    ///
    /// @throws IOException when the settings cannot be read
    public boolean isOn() throws IOException {
        return workspace.volatility().on();
    }

    /// Chooses, and remembers it. Call it under the workspace's lock.
    ///
    /// @throws IOException when the settings or the set in place cannot be read, or the settings cannot be written
    public void choose(boolean on) throws IOException {
        if (on != isOn()) {
            workspace.keep(on
                    ? VolatilityUse.ON
                    : VolatilityUse.offSince(DatasetFiles.pot(workspace.historical()).readManifest()
                            .map(DatasetManifest::lastDate)));
        }
    }
}
