package kz.miras.registrar.correspondence.ministry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the platform has, held against what would be sent. */
class RecordDifferenceTest {

  private static PlatformRecord line() {
    LinkedHashMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", 5L);
    fields.put("studentId", 7001L);
    fields.put("credits", new BigDecimal("5"));
    fields.put("subjectNameRu", "Физика");
    fields.put("deleted", false);
    fields.put("numeralMark", new BigDecimal("3.00"));
    fields.put("subjectCode", "0012");
    return new PlatformRecord(PlatformType.TRANSCRIPT, 5, fields);
  }

  private static Map<String, Object> theirs() {
    Map<String, Object> theirs = new HashMap<>();
    theirs.put("id", 5);
    theirs.put("studentId", 7001);
    theirs.put("credits", 5.0);
    theirs.put("subjectNameRu", "Физика");
    theirs.put("deleted", 0);
    theirs.put("numeralMark", 3);
    theirs.put("subjectCode", "0012");
    theirs.put("hash", "abc");
    return theirs;
  }

  @Test
  @DisplayName(
      "GOV-13 the same in other forms is the same, and what only the platform keeps is not asked")
  void same() {
    assertThat(RecordDifference.of(line(), theirs())).isEmpty();
  }

  @Test
  @DisplayName("GOV-13 a lost field and another value are told with both values")
  void differs() {
    Map<String, Object> theirs = theirs();
    theirs.remove("subjectNameRu");
    theirs.put("credits", 4.5);
    theirs.put("subjectCode", "12");
    assertThat(RecordDifference.of(line(), theirs))
        .extracting(one -> one.field() + " " + one.ours() + " " + one.theirs())
        .containsExactly("subjectCode 0012 12", "subjectNameRu Физика null", "credits 5 4.5");
  }

  @Test
  @DisplayName("GOV-13 a record is missing there, or is there only; a number of a person is masked")
  void missingAndExtra() {
    assertThat(RecordDifference.of(line(), null))
        .extracting(RecordDifference::kind)
        .containsExactly(RecordDifference.Kind.MISSING);
    assertThat(RecordDifference.of(null, theirs()))
        .extracting(RecordDifference::kind)
        .containsExactly(RecordDifference.Kind.EXTRA);
    LinkedHashMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("studentId", 1L);
    fields.put("iin", "991231500016");
    assertThat(
            RecordDifference.of(
                new PlatformRecord(PlatformType.STUDENT, 1, fields), Map.of("studentId", 1)))
        .extracting(RecordDifference::ours)
        .containsExactly("9912******16");
  }

  @Test
  @DisplayName("GOV-10 an answer adds up only where all is named and counted")
  void addsUp() {
    assertThat(new SaveAnswer(3, 1, 1, 1, Map.of(5L, List.of("no")), 0).addsUp(3)).isTrue();
    assertThat(new SaveAnswer(3, 1, 1, 0, Map.of(), 0).addsUp(3)).as("one is lost").isFalse();
    assertThat(new SaveAnswer(2, 1, 1, 0, Map.of(), 0).addsUp(3)).as("not received").isFalse();
    assertThat(new SaveAnswer(3, 1, 1, 1, Map.of(), 1).addsUp(3)).as("unnamed").isFalse();
  }

  @Test
  @DisplayName("GOV-11 the pauses grow, and end")
  void pauses() {
    assertThat(SendPauses.USUAL.after(1)).contains(Duration.ofSeconds(1));
    assertThat(SendPauses.USUAL.after(2).orElseThrow())
        .isGreaterThan(SendPauses.USUAL.after(1).orElseThrow());
    assertThat(SendPauses.USUAL.after(5)).isEmpty();
  }

  @Test
  @DisplayName("GOV-1 a field is sent and read by the name the university has set")
  void names() {
    PlatformNames names = PlatformNames.with(Map.of("TRANSCRIPT deleted", "isDeleted"));
    Map<String, Object> sent = names.sent(line(), 999);
    assertThat(sent)
        .containsEntry("typeCode", "TRANSCRIPT")
        .containsEntry("universityId", 999L)
        .containsEntry("isDeleted", false)
        .doesNotContainKey("deleted");
    assertThat(names.read(PlatformType.TRANSCRIPT, sent)).containsEntry("deleted", false);
  }

  @Test
  @DisplayName(
      "GOV-12 orders come before students, transcripts before orders, students before diplomas")
  void order() {
    assertThat(List.of(PlatformType.values()))
        .containsSubsequence(
            PlatformType.SUBJECT,
            PlatformType.TRANSCRIPT,
            PlatformType.ORDERS,
            PlatformType.ORDER_SECTIONS,
            PlatformType.SECTION_PERSON,
            PlatformType.ORDER_STUDENT_INFO,
            PlatformType.STUDENT,
            PlatformType.STUDENT_DIPLOMA_INFO,
            PlatformType.GRADUATES);
    assertThat(PlatformType.everyDay()).contains(PlatformType.STUDENT, PlatformType.ORDERS);
  }
}
