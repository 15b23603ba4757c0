package io.tidemark.regime;

import io.tidemark.dataset.FeatureMatrix;
import io.tidemark.indicator.DistanceToAverage;
import io.tidemark.indicator.Indicator;
import io.tidemark.indicator.RealisedVolatility;
import io.tidemark.indicator.RelativeStrength;
import io.tidemark.indicator.SimpleReturn;
import io.tidemark.market.BarSeries;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the regime model sees of a session: eleven numbers, each from that session and earlier ones.
///
/// Changes, returns and distances are fractions, the RSI is 0 to 100, VIX is index points, volatility is an annualised
/// fraction. Changes of VIX count the sessions on which VIX has a value: a gap makes one of them span a session more.
public final class RegimeFeatures {
    /// Names of the columns, in order.
    public static final List<String> NAMES = List.of("vix", "vix_change_1d", "vix_change_5d", "vix_change_20d",
            "return_1d", "return_5d", "return_20d", "rsi_14", "price_to_sma_20", "price_to_sma_50",
            "realized_volatility_20d");

    private RegimeFeatures() {
    }

    /// The features of every session: `sessions x 11`, NaN where one is not defined yet or VIX is missing.
    public static FeatureMatrix of(RegimeSessions sessions) {
        double[] vix = sessions.vixCloses();
        double[] close = sessions.closes();
        var columns = List.of(vix, whereKnown(new SimpleReturn(1), vix), whereKnown(new SimpleReturn(5), vix),
                whereKnown(new SimpleReturn(20), vix), new SimpleReturn(1).of(close), new SimpleReturn(5).of(close),
                new SimpleReturn(20).of(close), new RelativeStrength(14).of(close), new DistanceToAverage(20).of(close),
                new DistanceToAverage(50).of(close), new RealisedVolatility(20).of(close));
        return matrix(columns, sessions.size());
    }

    /// The features at the close of the last session of SPY, by name.
    ///
    /// @throws IllegalArgumentException when one is not defined; the message names the day and what is missing
    public static Map<String, Float> ofLast(BarSeries spy, BarSeries vix) {
        RegimeSessions sessions = RegimeSessions.join(spy, vix);
        if (sessions.size() == 0) {
            throw new IllegalArgumentException("there are no bars of " + spy.symbol());
        }
        int last = sessions.size() - 1;
        FeatureMatrix features = of(sessions);
        var values = new LinkedHashMap<String, Float>();
        for (int column = 0; column < NAMES.size(); column++) {
            values.put(NAMES.get(column), features.get(last, column));
        }
        if (!isComplete(features, last)) {
            List<String> missing = values.entrySet().stream().filter(each -> each.getValue().isNaN())
                    .map(Map.Entry::getKey).toList();
            throw new IllegalArgumentException("the features of " + sessions.date(last) + " are not complete: without "
                    + missing + ". They need 51 sessions of " + spy.symbol() + ", and " + vix.symbol()
                    + " on the same day.");
        }
        return values;
    }

    /// Whether every feature of a session is there.
    public static boolean isComplete(FeatureMatrix features, int session) {
        for (int column = 0; column < features.columns(); column++) {
            if (Float.isNaN(features.get(session, column))) {
                return false;
            }
        }
        return true;
    }

    /// An indicator over the days that have a value, set back on their days.
    private static double[] whereKnown(Indicator indicator, double[] series) {
        double[] known = Arrays.stream(series).filter(value -> !Double.isNaN(value)).toArray();
        double[] values = indicator.of(known);
        double[] placed = series.clone();
        int next = 0;
        for (int i = 0; i < placed.length; i++) {
            placed[i] = Double.isNaN(series[i]) ? Double.NaN : values[next++];
        }
        return placed;
    }

    private static FeatureMatrix matrix(List<double[]> columns, int rows) {
        int width = columns.size();
        var values = new float[rows * width];
        for (int column = 0; column < width; column++) {
            double[] from = columns.get(column);
            for (int row = 0; row < rows; row++) {
                values[row * width + column] = (float) from[row];
            }
        }
        return FeatureMatrix.of(NAMES, values);
    }
}
