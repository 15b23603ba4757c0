package io.tidemark.ui.chart;

import javafx.scene.paint.Color;

/// How far two colours stand apart for the eye, by WCAG 2.1: 1 for the same to 21 for black on white.
public final class Contrast {
    private Contrast() {
    }

    /// The ratio of two solid colours.
    public static double of(Color one, Color other) {
        double bright = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (bright + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
