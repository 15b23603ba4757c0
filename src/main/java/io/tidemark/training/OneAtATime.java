package io.tidemark.training;

/// Lets the rounds of several boosters reach a listener one after the other.
final class OneAtATime implements RoundListener {
    private final RoundListener listener;

    OneAtATime(RoundListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void round(String phase, int round, double trainMetric, double validationMetric) {
        listener.round(phase, round, trainMetric, validationMetric);
    }
}
