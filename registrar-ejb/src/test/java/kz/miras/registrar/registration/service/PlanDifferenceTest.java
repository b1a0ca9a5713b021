package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanDifference.Kind;
import kz.miras.registrar.registration.service.PlanDifference.Line;
import kz.miras.registrar.registration.service.PlanDifference.Shape;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an adviser sees of an amended plan. */
class PlanDifferenceTest {

  private static Shape shape(String discipline, EnrolmentType type, String language, String group) {
    return shape(discipline, type, language, group, null);
  }

  private static Shape shape(
      String discipline, EnrolmentType type, String language, String group, String stream) {
    return new Shape(
        "2030-1", discipline, LocalizedText.of("а", "б", "c"), 5, type, language, group, stream);
  }

  private static PlanView.Event event(String act, String content) {
    return new PlanView.Event(act, "somebody", Instant.EPOCH, 1, null, content);
  }

  @Test
  @DisplayName("IUP-5 each changed line tells what it was; added and removed ones are told apart")
  void linesDiffer() {
    List<Line> lines =
        PlanDifference.between(
            List.of(
                shape("A", EnrolmentType.MAIN, "ru", "G-1"),
                shape("B", EnrolmentType.MAIN, "ru", "G-1"),
                shape("C", EnrolmentType.MAIN, "ru", null),
                shape("D", EnrolmentType.MAIN, "kk", "G-1")),
            List.of(
                shape("A", EnrolmentType.MAIN, "ru", "G-1"),
                shape("B", EnrolmentType.MAIN, "ru", "G-2"),
                shape("C", EnrolmentType.DEBT, "en", null),
                shape("E", EnrolmentType.ADDITIONAL, "ru", "G-1")));

    assertThat(lines)
        .extracting(line -> line.any().discipline() + " " + line.kind())
        .containsExactly("B CHANGED", "C CHANGED", "E ADDED", "D REMOVED");
    assertThat(lines.get(0).isGroupChanged()).isTrue();
    assertThat(lines.get(0).isTypeChanged() || lines.get(0).isLanguageChanged()).isFalse();
    assertThat(lines.get(1).isTypeChanged() && lines.get(1).isLanguageChanged()).isTrue();
    assertThat(lines.get(1).was().language()).isEqualTo("ru");
    assertThat(lines.get(2).isGroupChanged()).as("it was nothing before").isFalse();

    PlanDifference difference = new PlanDifference(event("APPROVED", "[]"), null, lines);
    assertThat(difference.removed("2030-1")).extracting(Shape::discipline).containsExactly("D");
    assertThat(difference.removed("2031-1")).isEmpty();
    assertThat(difference.of("2030-1", "A")).isEmpty();
    assertThat(difference.of("2030-1", "B").orElseThrow().kind()).isEqualTo(Kind.CHANGED);
  }

  @Test
  @DisplayName(
      "IUP-5 another stream is a change of the plan; where the history tells of none there is nothing"
          + " to compare")
  void streamsDiffer() {
    Shape first = shape("A", EnrolmentType.MAIN, "ru", "G-1", "L-1");
    Shape second = shape("A", EnrolmentType.MAIN, "ru", "G-1", "L-2");
    Shape older = shape("A", EnrolmentType.MAIN, "ru", "G-1");

    List<Line> lines = PlanDifference.between(List.of(first), List.of(second));

    assertThat(lines).extracting(Line::isStreamChanged).containsExactly(true);
    assertThat(lines).extracting(Line::isGroupChanged).containsExactly(false);
    assertThat(PlanDifference.between(List.of(first), List.of(first))).isEmpty();
    assertThat(PlanDifference.between(List.of(older), List.of(second))).isEmpty();
  }

  @Test
  @DisplayName("IUP-5 a plan is held against what was decided about before its last submission")
  void decidedBefore() {
    PlanView.Event first = event("SUBMITTED", "[]");
    PlanView.Event returned = event("RETURNED", "[1]");
    PlanView.Event approved = event("APPROVED", "[2]");

    assertThat(PlanVersions.decidedBefore(List.of(first))).as("nothing was decided yet").isEmpty();
    assertThat(PlanVersions.decidedBefore(List.of(first, returned))).isEmpty();
    assertThat(PlanVersions.decidedBefore(List.of(first, returned, event("SUBMITTED", "[]"))))
        .contains(returned);
    assertThat(
            PlanVersions.decidedBefore(
                List.of(first, returned, event("CHANGED", "[]"), first, event("SUBMITTED", "[]"))))
        .as("submitted twice in a row")
        .contains(returned);
    assertThat(
            PlanVersions.decidedBefore(
                List.of(first, returned, first, approved, event("CHANGED", "[]"))))
        .as("a line was given up after the approval")
        .contains(approved);
    assertThat(PlanVersions.decidedBefore(List.of(first, returned, first, approved)))
        .as("what was approved now is still compared with what was known before")
        .contains(returned);
    assertThat(
            PlanVersions.decidedBefore(
                List.of(
                    first, event("APPROVED", null), returned, event("REGISTERED", null), first)))
        .as("a version whose lines were not kept cannot be compared with")
        .contains(returned);
  }
}
