package kz.miras.registrar.attestation.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProtocolTextTest {

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static ProtocolText text(
      PresentedPapers papers, List<ProtocolQuestion> questions, Integer percent) {
    return new ProtocolText(
        DefenceKind.DEFENCE,
        Appearance.PRESENT,
        LocalizedText.of("Тақырып", "Тема", "Topic"),
        " Ахметов Д. С. ",
        "Ким В. А.",
        papers,
        questions,
        "полные ответы",
        percent,
        0,
        null,
        false);
  }

  private static final PresentedPapers WHOLE = new PresentedPapers(64, true, true, 82);
  private static final List<ProtocolQuestion> ASKED =
      List.of(new ProtocolQuestion("Ли Р. О.", "Почему?"), new ProtocolQuestion(" ", null));

  @Test
  @DisplayName("AK-8 a protocol is whole with questions, a characteristic and a grade")
  void whole() {
    ProtocolText text = text(WHOLE, ASKED, 91);
    assertThat(text.judge().isAllowed()).isTrue();
    assertThat(text.whole().isAllowed()).isTrue();
    assertThat(text.questions()).as("empty lines are left out").hasSize(1);
    assertThat(codes(ProtocolText.begun(DefenceKind.COMPLEX_EXAM).whole()))
        .containsExactly(
            "attestation.ak.percent", "attestation.ak.questions", "attestation.ak.characteristic");
    assertThat(ProtocolText.begun(DefenceKind.DEFENCE).with(Appearance.ABSENT, null, 0).whole())
        .as("of who was absent nothing is asked")
        .isEqualTo(Verdict.allowed());
  }

  @Test
  @DisplayName("AK-8 a percentage is within 0 and 100, a question says who asked what")
  void bounds() {
    assertThat(codes(text(WHOLE, ASKED, 101).judge()))
        .containsExactly("attestation.ak.percent-range");
    assertThat(codes(text(WHOLE, List.of(new ProtocolQuestion("Ли", " ")), 90).judge()))
        .containsExactly("attestation.ak.question-half");
    assertThat(text(WHOLE, List.of(new ProtocolQuestion("x".repeat(201), "?")), 90).judge())
        .satisfies(verdict -> assertThat(verdict.isAllowed()).isFalse());
  }

  @Test
  @DisplayName("AK-7 a defence needs topic, supervisor, reviewer and every paper")
  void papers() {
    assertThat(codes(text(new PresentedPapers(64, true, false, 82), ASKED, 90).whole()))
        .containsExactly("attestation.ak.papers");
    assertThat(codes(text(new PresentedPapers(0, true, true, 82), ASKED, 90).judge()))
        .containsExactly("attestation.ak.papers-range");
    ProtocolText begun = ProtocolText.begun(DefenceKind.DEFENCE);
    assertThat(codes(begun.whole()))
        .contains(
            "attestation.ak.topic",
            "attestation.ak.supervisor",
            "attestation.ak.reviewer",
            "attestation.ak.papers");
  }

  @Test
  @DisplayName("AK-8 AK-11 who was not there has no grade, no votes and no honours")
  void absent() {
    ProtocolText present =
        new ProtocolText(
            DefenceKind.COMPLEX_EXAM,
            Appearance.PRESENT,
            LocalizedText.of("", "", ""),
            "",
            "",
            PresentedPapers.NONE,
            ASKED,
            "good",
            95,
            1,
            "",
            true);
    assertThat(present.honours()).isTrue();
    assertThat(present.percent()).isEqualTo(95);
    ProtocolText excused = present.with(Appearance.EXCUSED, 95, 1);
    assertThat(excused.honours()).isFalse();
    assertThat(excused.percent()).isNull();
    assertThat(excused.against()).isZero();
  }
}
