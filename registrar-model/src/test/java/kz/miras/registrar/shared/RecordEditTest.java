package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RecordEditTest {

  private static final List<String> KEY = List.of("code");
  private static final Map<String, String> SEEN = Map.of("code", "A1", "name", "Algebra");

  @Test
  @DisplayName("DAT-3 a new record is taken where none stands, and overwrites none")
  void newRecord() {
    Map<String, String> typed = Map.of("code", "A1", "name", "Analysis");
    assertThat(RecordEdit.judge(KEY, Map.of(), Map.of(), typed)).isEqualTo(Verdict.allowed());
    Verdict verdict = RecordEdit.judge(KEY, Map.of(), SEEN, typed);
    assertThat(verdict.refusals())
        .extracting(Refusal::code)
        .containsExactly("shared.record.exists");
    assertThat(verdict.refusals().get(0).field()).isEqualTo("code");
    assertThat(verdict.refusals().get(0).args().get(0)).isEqualTo("A1");
  }

  @Test
  @DisplayName("DAT-3 an open record keeps its key")
  void keptKey() {
    Verdict verdict =
        RecordEdit.judge(KEY, SEEN, Map.of(), Map.of("code", "A2", "name", "Algebra"));
    assertThat(verdict.refusals()).extracting(Refusal::code).containsExactly("shared.record.key");
    assertThat(verdict.refusals().get(0).field()).isEqualTo("code");
  }

  @Test
  @DisplayName("DAT-3 what somebody else has changed meanwhile is not written over")
  void staleRecord() {
    Map<String, String> typed = Map.of("code", "A1", "name", "Linear algebra");
    assertThat(RecordEdit.judge(KEY, SEEN, SEEN, typed)).isEqualTo(Verdict.allowed());
    assertThat(
            RecordEdit.judge(KEY, SEEN, Map.of("code", "A1", "name", "Geometry"), typed).refusals())
        .extracting(Refusal::code)
        .containsExactly("shared.record.stale");
    assertThat(RecordEdit.judge(KEY, SEEN, Map.of(), typed).refusals())
        .extracting(Refusal::code)
        .containsExactly("shared.record.stale");
  }
}
