package io.tidemark.pipeline;

/// The hops from bars to models, in order.
public enum Stage {
    /// Bars come in and are stored.
    DOWNLOAD("download", "Download bars"),
    /// Days are labelled with regimes.
    PREPARE_REGIME("prepare-regime", "Prepare regime data"),
    /// Options are sampled and labelled.
    PREPARE_POT("prepare-pot", "Prepare touch data"),
    /// The regime classifier learns.
    TRAIN_REGIME("train-regime", "Train regime classifier"),
    /// The probability-of-touch model learns.
    TRAIN_POT("train-pot", "Train probability of touch"),
    /// Everything stored is checked.
    VERIFY("verify", "Verify"),
    /// What is damaged is restored or made anew.
    REPAIR("repair", "Repair"),
    /// A model is looked at for what it could not have known.
    LEAK_CHECK("leak-check", "Check for leaks"),
    /// Real option chains are collected.
    CHAINS("chains", "Collect option chains"),
    /// Another run's model is put in use.
    PROMOTE("promote", "Put a model in use"),
    /// The models in use are asked about the last day.
    PREDICT("predict", "Predict"),
    /// The newest sessions are held beside those learned from.
    DRIFT("drift", "Look for drift");

    private final String id;
    private final String title;

    Stage(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /// The name used in JSON and as a command.
    public String id() {
        return id;
    }

    /// The name a person reads.
    public String title() {
        return title;
    }
}
