package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.Clause.Act;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClauseTest {

  @Test
  @DisplayName("a rule names the points of the order it comes from, or the university's own policy")
  void clauses() {
    assertThat(Clause.of("REG-2")).containsExactly(new Clause(Act.O152, "33, 35"));
    assertThat(Clause.of("REG-3")).containsExactly(new Clause(Act.O152, "30"));
    assertThat(Clause.of("REG-11")).isEqualTo(List.of(new Clause(Act.POLICY, "")));
    assertThat(Clause.of("")).isEqualTo(List.of(new Clause(Act.POLICY, "")));
  }
}
