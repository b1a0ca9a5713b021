package kz.miras.registrar.attestation.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncidentTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final LocalDate DAY = LocalDate.parse("2025-12-31");
  private static final Instant AT = Instant.parse("2025-12-31T05:30:00Z");
  private static final Instant NOW = Instant.parse("2025-12-31T08:00:00Z");
  private static final RuleSet RULES =
      RuleSet.defaults(Level.BACHELOR, LocalDate.parse("2025-09-01"));
  private static final List<String> TWO = List.of("Серікова А., examiner", "Ким В., invigilator");

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static IncidentAct act(Instant at, String description, List<String> witnesses) {
    return new IncidentAct(IncidentKind.DEVICE, at, true, description, witnesses, null);
  }

  private static List<String> judged(IncidentAct act) {
    return codes(act.judge(DAY, "Omarov Dias", RULES, NOW, ALMATY));
  }

  private static BasisDocument basis() {
    return new BasisDocument(BasisDocument.Type.ORDER, "12-c", DAY, "a telephone was in use");
  }

  private static ExamIncident incident() {
    return new ExamIncident("2025-0001", 1, 2, act(AT, "a telephone", TWO), "examiner", NOW);
  }

  private static List<String> decided(
      ExamIncident of, boolean annul, String by, Mark instead, LocalDate today) {
    LocalDate until =
        SittingClock.of(DAY, null, RULES, () -> null, ALMATY).annulUntil().orElseThrow();
    return codes(of.judge(annul, basis(), by, until, instead, today));
  }

  @Test
  @DisplayName("EXR-7 an act says what happened and when, and two who were present sign it")
  void act() {
    assertThat(judged(act(AT, "a telephone", TWO))).isEmpty();
    assertThat(judged(new IncidentAct(null, null, false, " ", List.of("Ким В., invigilator"), "")))
        .containsExactly(
            "attestation.incident.kind-needed",
            "attestation.incident.when",
            "attestation.incident.description-needed",
            "attestation.incident.witnesses.few");
    assertThat(judged(act(NOW.plusSeconds(1), "a telephone", TWO)))
        .containsExactly("attestation.incident.when");
    assertThat(judged(act(Instant.parse("2025-12-30T18:59:00Z"), "a telephone", TWO)))
        .as("30 December, 23:59 in Almaty")
        .containsExactly("attestation.incident.other-day");
    assertThat(judged(act(Instant.parse("2025-12-30T19:00:00Z"), "a telephone", TWO))).isEmpty();
    assertThat(codes(act(AT, "a telephone", TWO).judge(null, "Omarov Dias", RULES, NOW, ALMATY)))
        .containsExactly("attestation.incident.no-exam");
  }

  @Test
  @DisplayName("EXR-7 the student is no witness, nor is one person two")
  void witnesses() {
    assertThat(judged(act(AT, "a telephone", List.of("omarov dias, student", TWO.get(0)))))
        .containsExactly("attestation.incident.witnesses.few");
    assertThat(judged(act(AT, "a telephone", List.of(TWO.get(0), TWO.get(0), " "))))
        .containsExactly("attestation.incident.witnesses.few");
    assertThat(judged(act(AT, "a telephone", List.of("a".repeat(600), "b".repeat(600)))))
        .containsExactly("attestation.incident.witnesses-long");
    RuleSet three = RULES.with(RuleParameter.INCIDENT_WITNESSES, "3");
    assertThat(codes(act(AT, "a telephone", TWO).judge(DAY, "Omarov Dias", three, NOW, ALMATY)))
        .as("as many as the rules say")
        .containsExactly("attestation.incident.witnesses.few");
  }

  @Test
  @DisplayName("EXR-8 another person decides, on a document, within a month after the exam")
  void decision() {
    ExamIncident of = incident();
    LocalDate last = LocalDate.parse("2026-01-31");
    assertThat(decided(of, true, "director", null, last)).isEmpty();
    assertThat(decided(of, true, "director", null, last.plusDays(1)))
        .containsExactly("attestation.incident.late");
    assertThat(decided(of, false, "director", null, last.plusDays(1)))
        .as("the result may stand at any time")
        .isEmpty();
    assertThat(decided(of, true, "examiner", null, last))
        .containsExactly("attestation.incident.own");
    assertThat(
            codes(
                of.judge(
                    true, new BasisDocument(null, " ", null, " "), "director", last, null, last)))
        .containsExactly("attestation.basis.needed", "attestation.basis.reason");
    RuleSet longer = RULES.with(RuleParameter.EXAM_ANNUL_MONTHS, "2");
    assertThat(SittingClock.of(DAY, null, longer, () -> null, ALMATY).annulUntil())
        .as("the last day of February")
        .contains(LocalDate.parse("2026-02-28"));
  }

  @Test
  @DisplayName("EXR-8 where a mark stands in place of a result there is nothing to annul")
  void nothing() {
    assertThat(decided(incident(), true, "director", Mark.AB, DAY))
        .containsExactly("attestation.incident.no-result");
    assertThat(decided(incident(), false, "director", Mark.AB, DAY)).isEmpty();
  }

  @Test
  @DisplayName("EXR-8 an act is decided once")
  void once() {
    ExamIncident of = incident();
    of.decide(true, basis(), "director", NOW);
    assertThat(of.getStatus()).isEqualTo(IncidentStatus.ANNULLED);
    assertThat(of.getBasis()).isEqualTo(basis());
    assertThat(decided(of, false, "deputy", null, DAY))
        .containsExactly("attestation.incident.decided");
    assertThatThrownBy(() -> of.decide(false, basis(), "deputy", NOW))
        .isInstanceOf(RegistrarException.Refused.class);
    ExamIncident stands = incident();
    stands.decide(false, basis(), "director", NOW);
    assertThat(stands.getStatus()).isEqualTo(IncidentStatus.DISMISSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXAM_SCORE", "WEIGHTED_TOTAL"})
  @DisplayName("CTL-16 a row annulled before closing is F of 0 in either mode, and stays so")
  void row(String mode) {
    SheetRow row = new SheetRow(new Sheet("A-1", SheetKind.MAIN, 1, 2, 3L, "R"), 7, 8L, 1, 100);
    row.grade(90, null, "examiner");
    row.annul("2025-0001", "director");
    var outcome =
        FinalGradePolicy.of(RULES.with(RuleParameter.FAIL_MODE, mode), DAY)
            .outcome(ControlForm.EXAM, row.scores(), 0)
            .orElseThrow();
    assertThat(outcome.grade().sign()).isEqualTo("F");
    assertThat(outcome.grade().percent()).isZero();
    assertThat(outcome.reason()).isEqualTo(OutcomeReason.ANNULLED);
    assertThat(row.scores().score()).isZero();
    assertThat(new TypedCell(1, "score", "50", 0, "0").refusal(true, 0, row).map(Refusal::code))
        .contains("attestation.cell.annulled");
    assertThat(new TypedCell(1, "first", "50", 0, null).refusal(true, 0, row)).isEmpty();
    row.withdraw("expelled");
    assertThat(
            FinalGradePolicy.of(RULES, DAY)
                .outcome(ControlForm.EXAM, row.scores(), 0)
                .map(o -> o.grade().sign()))
        .as("ATT-1")
        .contains("W");
  }

  @Test
  @DisplayName("an act keeps the names it was drawn up with")
  void kept() {
    assertThat(incident().getWitnesses()).isEqualTo(TWO);
    assertThat(incident().getExplanation()).isNull();
    assertThat(incident().isRemoved()).isTrue();
  }
}
