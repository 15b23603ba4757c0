package io.tidemark.ui.app;

import io.fair_acc.chartfx.utils.PaletteQuantizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/// The colours that a picture has most of, exactly; each other one becomes the nearest of them.
///
/// A screen has few colours and many shades where letters meet the ground: what is lost are shades, never the colour
/// of a line or a key.
final class FrequentColours implements PaletteQuantizer {
    private final List<Integer> colours;
    private final Map<Integer, Integer> places = new HashMap<>();

    /// @param most colours kept, 256 at most
    FrequentColours(Image image, int most) {
        var counts = new HashMap<Integer, Integer>();
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(pixels.getArgb(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        colours = counts.entrySet().stream().sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).limit(most).map(Map.Entry::getKey).toList();
        for (int i = 0; i < colours.size(); i++) {
            places.put(colours.get(i), i);
        }
    }

    @Override
    public int[] getColor(int place) {
        int colour = colours.get(place);
        return new int[]{colour >> 16, colour >> 8 & 0xFF, colour & 0xFF};
    }

    @Override
    public int getColorCount() {
        return colours.size();
    }

    @Override
    public int getTransparentIndex() {
        return -1;
    }

    @Override
    public int lookup(int red, int green, int blue, int alpha) {
        return lookup(red, green, blue);
    }

    @Override
    public int lookup(int red, int green, int blue) {
        return places.computeIfAbsent(red << 16 | green << 8 | blue, colour -> nearest(red, green, blue));
    }

    private int nearest(int red, int green, int blue) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.size(); i++) {
            int[] each = getColor(i);
            int far = square(each[0] - red) + square(each[1] - green) + square(each[2] - blue);
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    private static int square(int value) {
        return value * value;
    }
}
