package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "4, 1", "5, 2", "11, 3"})
  @DisplayName("all of something is done, so much at a time, and not once more than needed")
  void all(int there, int times) {
    List<Integer> left = new ArrayList<>(List.of(there));
    Batches.all(
        5,
        most -> {
          int now = left.get(left.size() - 1);
          left.add(now - Math.min(most, now));
          return Math.min(most, now);
        });
    assertThat(left).hasSize(times + 1).endsWith(0);
  }
}
