package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.rule.Owed;
import kz.miras.registrar.registration.service.PlanSources.Prescribed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwedDisciplinesTest {

  private final Map<Long, Prescribed> prescribed = new HashMap<>();
  private final Map<Long, Past> past = new HashMap<>();
  private boolean differs;

  private void discipline(long id, int term, String block, Standing standing) {
    prescribed.put(
        id,
        new Prescribed(
            term,
            block,
            10,
            5,
            "D" + id,
            Component.UNIVERSITY,
            DisciplineKind.DISCIPLINE,
            LineSource.PROGRAMME));
    past.put(id, new Past(standing, standing == Standing.NONE ? 0 : 1));
  }

  private Owed owed(long id) {
    past.putIfAbsent(id, Past.NOTHING);
    return new OwedDisciplines(prescribed, past, Set.of(7L), 3, () -> differs).of(id);
  }

  @Test
  @DisplayName("REG-16 only what was due before the term, is not passed and not studied is owed")
  void dueBefore() {
    discipline(1, 2, null, Standing.NONE);
    discipline(2, 3, null, Standing.NONE);
    discipline(3, 2, null, Standing.PASSED);
    discipline(7, 2, null, Standing.NONE);
    assertThat(owed(1)).isEqualTo(Owed.DEBT);
    assertThat(owed(2)).as("of this very term").isEqualTo(Owed.NOTHING);
    assertThat(owed(3)).isEqualTo(Owed.NOTHING);
    assertThat(owed(7)).as("being studied").isEqualTo(Owed.NOTHING);
    assertThat(owed(9)).as("of nobody's curriculum").isEqualTo(Owed.NOTHING);
    differs = true;
    assertThat(owed(1)).isEqualTo(Owed.DIFFERENCE);
    assertThat(owed(2)).isEqualTo(Owed.NOTHING);
  }

  @Test
  @DisplayName("REG-16 of a choice block its credits are owed, whichever discipline brings them")
  void blocks() {
    discipline(1, 2, "A", Standing.NONE);
    discipline(2, 2, "A", Standing.PASSED);
    discipline(3, 2, "A", Standing.NONE);
    assertThat(owed(1)).as("five of ten").isEqualTo(Owed.DEBT);
    discipline(3, 2, "A", Standing.PASSED);
    assertThat(owed(1)).as("ten of ten").isEqualTo(Owed.NOTHING);
  }
}
