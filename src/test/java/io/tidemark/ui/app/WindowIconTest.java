package io.tidemark.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowIconTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128, 256})
    void eachSizeIsSquareAndAsNamed(int size) throws IOException {
        var file = Objects.requireNonNull(WindowIcon.class.getResource("icon-" + size + ".png"));
        var picture = ImageIO.read(file);

        assertThat(picture.getWidth()).isEqualTo(size);
        assertThat(picture.getHeight()).isEqualTo(size);
        assertThat(picture.getColorModel().hasAlpha()).isTrue();
        assertThat(picture.getRGB(0, 0) >>> 24).as("a transparent corner").isZero();
    }
}
