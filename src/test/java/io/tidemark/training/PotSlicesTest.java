package io.tidemark.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PotSlicesTest {
    private static final PotTrainingInput SAMPLED = MadeRows.options(200, 5);

    private static List<PotSlice> origins(PotTrainingInput input) {
        int[] rows = IntStream.range(0, input.set().rows()).toArray();
        return new PotSlices(input, Days.epochDays(input.set().dates()), rows, input.baseline()).all().stream()
                .filter(slice -> slice.dimension().equals("origin")).toList();
    }

    @Test
    void realOptionsHaveFiguresOfTheirOwn() {
        var real = new boolean[200];
        Arrays.fill(real, 150, 200, true);
        var mixed = new PotTrainingInput(SAMPLED.set(), SAMPLED.knownDays(), SAMPLED.symbols(), SAMPLED.baseline(),
                real);

        List<PotSlice> slices = origins(mixed);

        assertThat(slices).extracting(PotSlice::value).containsExactly("sampled", "real");
        assertThat(slices).extracting(slice -> slice.figures().model().rows()).containsExactly(150, 50);
    }

    @Test
    void withoutRealOptionsThereIsNothingToTellApart() {
        assertThat(origins(SAMPLED)).isEmpty();
    }
}
