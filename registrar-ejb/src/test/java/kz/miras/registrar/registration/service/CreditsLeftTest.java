package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** REG-18: the credits of a programme a student can still take in a term. */
class CreditsLeftTest {

  private static final int TERM = 7;

  private final Map<Long, Prescribed> programme = new HashMap<>();

  private void has(long id, int termNo, int credits, DisciplineKind kind) {
    programme.put(
        id,
        new Prescribed(termNo, null, credits, credits, "D" + id, null, kind, LineSource.PROGRAMME));
  }

  private void chosen(long id, String block, int required, int credits, LineSource source) {
    programme.put(
        id,
        new Prescribed(
            TERM, block, required, credits, "D" + id, null, DisciplineKind.DISCIPLINE, source));
  }

  private int left(Set<Long> done, Map<Long, Set<Long>> needs, Set<Long> met) {
    return CreditsLeft.of(programme, TERM, done::contains, needs, met::contains);
  }

  @Test
  @DisplayName("REG-18 what is passed, studied or planned before is not left; a failed one is")
  void whatIsNotDone() {
    has(1, 6, 5, DisciplineKind.DISCIPLINE);
    has(2, TERM, 6, DisciplineKind.DISCIPLINE);
    has(3, 8, 7, DisciplineKind.DISCIPLINE);

    assertThat(left(Set.of(), Map.of(), Set.of())).isEqualTo(18);
    assertThat(left(Set.of(1L), Map.of(), Set.of())).isEqualTo(13);
    assertThat(left(Set.of(1L, 2L, 3L), Map.of(), Set.of())).isZero();
  }

  @Test
  @DisplayName("REG-18 what has no sections is taken in its term, not before")
  void withoutSections() {
    has(1, TERM, 4, DisciplineKind.PRACTICE);
    has(2, 8, 8, DisciplineKind.FINAL);
    has(3, 6, 3, DisciplineKind.PRACTICE);

    assertThat(left(Set.of(), Map.of(), Set.of())).isEqualTo(7);
  }

  @Test
  @DisplayName("REG-18 what needs a discipline that is neither passed nor studied cannot be taken")
  void prerequisites() {
    has(1, TERM, 5, DisciplineKind.DISCIPLINE);
    has(2, TERM, 6, DisciplineKind.DISCIPLINE);
    Map<Long, Set<Long>> needs = Map.of(2L, Set.of(8L, 9L));

    assertThat(left(Set.of(), needs, Set.of(8L))).isEqualTo(5);
    assertThat(left(Set.of(), needs, Set.of(8L, 9L))).isEqualTo(11);
  }

  @Test
  @DisplayName("REG-18 of a choice block only what is asked for is left, and what there is of it")
  void choices() {
    chosen(1, "A", 10, 5, LineSource.PROGRAMME);
    chosen(2, "A", 10, 5, LineSource.PROGRAMME);
    chosen(3, "A", 0, 5, LineSource.CATALOGUE);
    chosen(4, "B", 5, 5, LineSource.LEFT_OUT);
    chosen(5, "B", 5, 3, LineSource.PROGRAMME);

    assertThat(left(Set.of(), Map.of(), Set.of())).isEqualTo(13);
    assertThat(left(Set.of(1L), Map.of(), Set.of())).isEqualTo(8);
    assertThat(left(Set.of(1L, 3L, 4L), Map.of(), Set.of())).isZero();
  }
}
