package io.tidemark.ui.chart;

import io.fair_acc.dataset.spi.financial.api.attrs.AttributeModel;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcv;
import io.fair_acc.dataset.spi.financial.api.ohlcv.IOhlcvItem;
import java.util.Date;
import java.util.Iterator;
import java.util.stream.IntStream;

/// Columns of prices as chart-fx wants to read them: one item that points at a row, none stored.
///
/// @param open opens by day index
/// @param high highs
/// @param low lows
/// @param close closes
record Bars(double[] open, double[] high, double[] low, double[] close) implements IOhlcv {

    @Override
    public IOhlcvItem getOhlcvItem(int index) {
        return new Row(this, index);
    }

    @Override
    public int size() {
        return close.length;
    }

    @Override
    public AttributeModel getAddon() {
        return new AttributeModel();
    }

    @Override
    public AttributeModel getAddonOrCreate() {
        return new AttributeModel();
    }

    @Override
    public Iterator<IOhlcvItem> iterator() {
        return IntStream.range(0, size()).mapToObj(this::getOhlcvItem).iterator();
    }

    private record Row(Bars bars, int index) implements IOhlcvItem {
        @Override
        public Date getTimeStamp() {
            throw new UnsupportedOperationException("days are counted by index");
        }

        @Override
        public double getOpen() {
            return bars.open[index];
        }

        @Override
        public double getHigh() {
            return bars.high[index];
        }

        @Override
        public double getLow() {
            return bars.low[index];
        }

        @Override
        public double getClose() {
            return bars.close[index];
        }

        @Override
        public double getVolume() {
            return 0;
        }

        @Override
        public double getOpenInterest() {
            return 0;
        }

        @Override
        public AttributeModel getAddon() {
            return bars.getAddon();
        }

        @Override
        public AttributeModel getAddonOrCreate() {
            return bars.getAddonOrCreate();
        }
    }
}
