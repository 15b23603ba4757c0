package io.tidemark.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fair_acc.chartfx.axes.Axis;
import io.tidemark.ui.UiWindow;
import io.tidemark.ui.theme.Token;
import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DayChartTest {
    @RegisterExtension
    final UiWindow ui = new UiWindow();

    private final Sample sample = new Sample(2515);
    private final DayWindow days = new DayWindow();
    @SuppressWarnings("NullAway.Init") // made on the window's thread before each test
    private DayChart price;
    @SuppressWarnings("NullAway.Init") // made on the window's thread before each test
    private DayChart fear;

    @BeforeEach
    void show() {
        ui.show(() -> {
            price = new DayChart(days, ui.theme(), NumberText.decimals(0));
            fear = new DayChart(days, ui.theme(), NumberText.decimals(0));
            price.setDatesShown(false);
            days.setDays(sample.days);
            price.setCandles(sample.open, sample.high, sample.low, sample.close);
            price.setLine("SMA 50", sample.average(50), Token.PRICE_AVERAGE);
            price.setSpells(Spells.of(sample.labels));
            fear.setLine("VIX", sample.vix, Token.PRICE_LINE);
            fear.setSpells(Spells.of(sample.labels));
            fear.setThresholds(List.of(new Threshold(15, "15"), new Threshold(20, "20"), new Threshold(30, "30")));
            fear.keepInRange(10, 30);
            VBox.setVgrow(price.node(), Priority.ALWAYS);
            VBox.setVgrow(fear.node(), Priority.SOMETIMES);
            price.node().setPrefHeight(560);
            fear.node().setPrefHeight(300);
            return new VBox(price.node(), fear.node());
        });
    }

    @Test
    void linkedChartsShowTheSameDaysAtTheSamePlaces() {
        ui.pictures("chart-days-all");
        UiWindow.onFx(() -> {
            days.showLast(6);
            days.hoveredProperty().set(2450);
            days.selectedProperty().set(2430);
            return days;
        });
        ui.pictures("chart-days-6m");
        UiWindow.settle();
        double above = UiWindow.onFx(() -> inScene(price, 2450));
        double below = UiWindow.onFx(() -> inScene(fear, 2450));
        assertThat(above).isCloseTo(below, within(0.01));
    }

    private static double inScene(DayChart chart, int day) {
        double x = chart.node().getXAxis().getDisplayPosition(day);
        return chart.node().getCanvas().localToScene(new Point2D(x, 0)).getX();
    }

    @Test
    void theRibbonAtTheFootHasTheColourOfTheDaysRegime() {
        UiWindow.onFx(() -> {
            days.showSpan(100, 400);
            return days;
        });
        WritableImage image = UiWindow.image(price.node().getCanvas());
        Axis x = price.node().getXAxis();
        int foot = (int) image.getHeight() - 4;
        for (int day = 100; day <= 400; day += 10) {
            boolean inside = sample.labels[day - 1] == sample.labels[day]
                    && sample.labels[day] == sample.labels[day + 1];
            if (inside) {
                Color seen = image.getPixelReader().getColor((int) x.getDisplayPosition(day), foot);
                assertThat(seen).as("day %d", day).isEqualTo(ui.palette().color(Token.ofRegime(sample.labels[day])));
            }
        }
    }

    @Test
    void aMarkedDayHasALineAndADotAtItsValue() {
        double close = sample.close[1030];
        UiWindow.onFx(() -> {
            days.showSpan(1000, 1060);
            price.setMarks(List.of(DayMark.at(1010, "start"), new DayMark(1030, "touched", Token.TOUCHED, close)));
            return days;
        });
        WritableImage image = UiWindow.image(price.node().getCanvas());
        int x = (int) price.node().getXAxis().getDisplayPosition(1030);
        int y = (int) price.node().getYAxis().getDisplayPosition(close);
        Color touched = ui.palette().color(Token.TOUCHED);
        assertThat(image.getPixelReader().getColor(x + 3, y)).as("the dot").isEqualTo(touched);
        assertThat(image.getPixelReader().getColor(x + 3, y + 30)).as("beside the line").isNotEqualTo(touched);
    }

    @Test
    void theVerticalRangeFollowsTheDaysSeen() {
        UiWindow.onFx(() -> {
            days.showSpan(1000, 1060);
            return days;
        });
        UiWindow.settle();
        double least = Axes.least(sample.low, days.firstSeen(), days.lastSeen());
        double most = Axes.most(sample.high, days.firstSeen(), days.lastSeen());
        Axis y = price.node().getYAxis();
        assertThat(y.getMin()).isLessThan(least).isGreaterThan(least - (most - least) * 0.2);
        assertThat(y.getMax()).isGreaterThan(most).isLessThan(most + (most - least) * 0.2);
    }

    @Test
    void theWheelZoomsAtTheDayUnderTheCursor() {
        ui.robot().moveTo(price.node().getCanvas());
        UiWindow.settle();
        int before = days.hoveredProperty().get();
        double seen = days.maxProperty().get() - days.minProperty().get();
        ui.robot().scroll(5, javafx.geometry.VerticalDirection.UP);
        UiWindow.settle();
        ui.robot().moveBy(1, 0);
        UiWindow.settle();
        assertThat(days.maxProperty().get() - days.minProperty().get()).isLessThan(seen / 1.5);
        assertThat(days.hoveredProperty().get()).isCloseTo(before, within(5));
    }

    @Test
    void aDragPansAndADoubleClickShowsAll() {
        UiWindow.onFx(() -> {
            days.showSpan(1000, 1200);
            return days;
        });
        UiWindow.settle();
        double from = days.minProperty().get();
        ui.robot().drag(price.node().getCanvas()).dropBy(200, 0);
        UiWindow.settle();
        assertThat(days.minProperty().get()).isLessThan(from - 10);
        ui.robot().doubleClickOn(price.node().getCanvas());
        UiWindow.settle();
        assertThat(days.firstSeen()).isZero();
        assertThat(days.lastSeen()).isEqualTo(2514);
    }

    @Test
    void marksStandWhereYearsAndMonthsBegin() {
        UiWindow.onFx(() -> {
            days.showAll();
            return days;
        });
        var ticks = new DayTicks(days);
        List<Integer> years = ticks.marks(12);
        assertThat(years).allSatisfy(i -> assertThat(days.day(i - 1).getYear()).isLessThan(days.day(i).getYear()));
        assertThat(years).hasSize(9);
        assertThat(ticks.label(years.getFirst())).isEqualTo("2016");
        UiWindow.onFx(() -> {
            days.showSpan(days.indexAtOrBefore(LocalDate.of(2018, 3, 1)),
                    days.indexAtOrBefore(LocalDate.of(2018, 8, 31)));
            return days;
        });
        assertThat(ticks.marks(12).stream().map(ticks::label)).containsSequence("Apr", "May", "Jun");
    }
}
