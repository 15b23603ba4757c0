package io.tidemark.ui.app;

import java.util.List;
import javafx.geometry.Rectangle2D;

/// Where a window stands, in screen pixels.
///
/// @param x left
/// @param y top
/// @param width outer width
/// @param height outer height
/// @param maximized whether it fills its screen; the rest is then the place to come back to
record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    private static final double LEAST_SEEN = 120;

    /// Whether enough of the title bar lies on one of the screens to be grabbed.
    ///
    /// @param screens the usable parts of all screens
    boolean isReachable(List<Rectangle2D> screens) {
        return screens.stream().anyMatch(screen -> {
            double across = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
            return across >= LEAST_SEEN && y >= screen.getMinY() && y + LEAST_SEEN <= screen.getMaxY();
        });
    }
}
