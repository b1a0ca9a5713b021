package kz.miras.registrar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LetterPolicyTest {

  private static final LocalDate DAY = LocalDate.of(2223, 2, 10);

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static FileCase fileCase(int year, LocalDate closed) {
    return new FileCase(
        year,
        "04-12",
        LocalizedText.of("Іс", "Дело", "Case"),
        LocalizedText.of("5 жыл", "5 лет", "5 years"),
        closed,
        36);
  }

  private static LetterFacts facts(String name, String subject, LocalDate dated, int sheets) {
    return new LetterFacts(
        null,
        name,
        "12-3",
        dated,
        LetterKind.REQUEST,
        LetterCategory.EMPLOYER,
        subject,
        null,
        Language.RU,
        sheets,
        0,
        false);
  }

  @Test
  @DisplayName("LTR-1 a file case has an index and a calendar year, and is carried over once")
  void cases() {
    assertThat(codes(FileCase.sound(2223, "04-12"))).isEmpty();
    assertThat(codes(FileCase.sound(1999, "а-1")))
        .containsExactly("correspondence.case.index", "correspondence.case.year");
    assertThat(codes(fileCase(2223, null).closes(0))).isEmpty();
    assertThat(codes(fileCase(2223, null).closes(2)))
        .containsExactly("correspondence.case.waiting");
    assertThat(codes(fileCase(2223, DAY).closes(0))).containsExactly("correspondence.case.closed");
    assertThat(codes(fileCase(2223, null).takesIn())).isEmpty();
    assertThat(codes(fileCase(2223, DAY).takesIn())).containsExactly("correspondence.case.closed");
    assertThat(codes(fileCase(2223, null).carriesOver(false))).isEmpty();
    assertThat(codes(fileCase(2223, null).carriesOver(true)))
        .containsExactly("correspondence.case.there");
  }

  @Test
  @DisplayName(
      "LTR-2 a letter goes into an open case of its year; a wrong registration has a reason")
  void numbers() {
    assertThat(codes(fileCase(2223, null).takes(DAY))).isEmpty();
    assertThat(fileCase(2223, null).number(37)).isEqualTo("04-12/37");
    assertThat(codes(fileCase(2223, DAY).takes(DAY))).containsExactly("correspondence.case.closed");
    assertThat(codes(fileCase(2222, null).takes(DAY)))
        .containsExactly("correspondence.case.other-year");
    assertThat(codes(LetterSound.voids(LetterState.REGISTERED, false, "twice"))).isEmpty();
    assertThat(codes(LetterSound.voids(LetterState.REGISTERED, false, " ")))
        .containsExactly("correspondence.void-reason");
    assertThat(codes(LetterSound.voids(LetterState.REGISTERED, true, "again")))
        .containsExactly("correspondence.voided");
    assertThat(codes(LetterSound.voids(LetterState.FILED, false, "late")))
        .containsExactly("correspondence.step");
  }

  @Test
  @DisplayName("LTR-3 a letter says from whom, what and when; a message has an id of its own")
  void card() {
    assertThat(codes(LetterSound.registers(facts("Plant", "About", DAY, 1), DAY))).isEmpty();
    assertThat(codes(LetterSound.registers(facts("", "", DAY.plusDays(1), -1), DAY)))
        .containsExactly(
            "correspondence.name-needed",
            "correspondence.subject-needed",
            "correspondence.sheets",
            "correspondence.dated-later");
    assertThat(codes(LetterSound.writes(facts("Plant", "About", null, 1))))
        .containsExactly("correspondence.body-needed");
    assertThat(codes(LetterSound.numbers(true))).isEmpty();
    assertThat(codes(LetterSound.numbers(false))).containsExactly("correspondence.case.needed");
    assertThat(LetterSound.isMessage(LetterChannel.SOAP, "m-1")).isTrue();
    assertThat(LetterSound.isMessage(LetterChannel.PAPER, "m-1")).isFalse();
    assertThat(LetterSound.isMessage(LetterChannel.SOAP, " ")).isFalse();
    assertThat(LetterSound.isMessage(LetterChannel.SOAP, "m".repeat(251))).isFalse();
  }

  @Test
  @DisplayName("LTR-7 a letter goes from one state to the next only, and not past a wrong mark")
  void states() {
    assertThat(from(LetterAct.RESOLVE))
        .isEqualTo(EnumSet.of(LetterState.REGISTERED, LetterState.RESOLUTION, LetterState.IN_WORK));
    assertThat(from(LetterAct.FILE))
        .isEqualTo(EnumSet.of(LetterState.ANSWERED, LetterState.SENT, LetterState.DELIVERED));
    assertThat(from(LetterAct.REGISTER_OUTGOING)).isEqualTo(EnumSet.of(LetterState.SIGNED));
    assertThat(from(LetterAct.SEND)).isEqualTo(EnumSet.of(LetterState.REGISTERED));
    assertThat(LetterAct.TAKE.after(LetterState.RESOLUTION)).isEqualTo(LetterState.IN_WORK);
    assertThat(LetterAct.EXTEND.after(LetterState.IN_WORK)).isEqualTo(LetterState.IN_WORK);
    assertThat(codes(LetterAct.TAKE.from(LetterState.RESOLUTION, true)))
        .containsExactly("correspondence.voided");
  }

  @Test
  @DisplayName("LTR-7 who was named executes a letter, and says what was done without an answer")
  void executors() {
    assertThat(codes(DraftPolicy.executes(true, false))).isEmpty();
    assertThat(codes(DraftPolicy.executes(false, true))).isEmpty();
    assertThat(codes(DraftPolicy.executes(false, false)))
        .containsExactly("correspondence.not-executor");
    assertThat(codes(LetterSound.executes("by telephone"))).isEmpty();
    assertThat(codes(LetterSound.executes(" "))).containsExactly("correspondence.executed-note");
  }

  @Test
  @DisplayName("LTR-7 a letter that is sent may go into its case, an enquiry once it is answered")
  void filing() {
    assertThat(codes(files(LetterDirection.OUTGOING, LetterState.SENT))).isEmpty();
    assertThat(codes(files(LetterDirection.INTERNAL, LetterState.ANSWERED))).isEmpty();
    assertThat(codes(files(LetterDirection.INTERNAL, LetterState.SENT)))
        .containsExactly("correspondence.step");
    assertThat(codes(files(LetterDirection.INCOMING, LetterState.IN_WORK)))
        .containsExactly("correspondence.step");
  }

  private static Verdict files(LetterDirection direction, LetterState state) {
    return LetterSound.files(direction, state, false);
  }

  @Test
  @DisplayName("LTR-4 files are added to a letter until it is sent, filed or marked as wrong")
  void files() {
    assertThat(codes(LetterSound.attaches(LetterState.IN_WORK, false))).isEmpty();
    assertThat(codes(LetterSound.attaches(LetterState.SENT, false)))
        .containsExactly("correspondence.file.done");
    assertThat(codes(LetterSound.attaches(LetterState.REGISTERED, true)))
        .containsExactly("correspondence.file.done");
  }

  private static Set<LetterState> from(LetterAct act) {
    Set<LetterState> from = EnumSet.noneOf(LetterState.class);
    for (LetterState state : LetterState.values()) {
      if (act.from(state, false).isAllowed()) {
        from.add(state);
      }
    }
    return from;
  }

  @Test
  @DisplayName(
      "LTR-8 who wrote a letter neither agrees nor signs it; what is agreed does not change")
  void fourEyes() {
    assertThat(codes(DraftPolicy.agrees(LetterState.DRAFT, false))).isEmpty();
    assertThat(codes(DraftPolicy.agrees(LetterState.DRAFT, true)))
        .containsExactly("correspondence.own-draft");
    assertThat(codes(DraftPolicy.signs(LetterState.AGREED, false))).isEmpty();
    assertThat(codes(DraftPolicy.signs(LetterState.AGREED, true)))
        .containsExactly("correspondence.own-signature");
    assertThat(codes(DraftPolicy.signs(LetterState.DRAFT, false)))
        .containsExactly("correspondence.step");
    assertThat(codes(DraftPolicy.writes(LetterState.DRAFT, true))).isEmpty();
    assertThat(codes(DraftPolicy.writes(LetterState.AGREED, false)))
        .containsExactly("correspondence.step", "correspondence.others-draft");
    assertThat(codes(DraftPolicy.givesBack(LetterState.AGREED, "")))
        .containsExactly("correspondence.back-reason");
    assertThat(DraftPolicy.returns(LetterState.AGREED, true, false)).isTrue();
    assertThat(DraftPolicy.returns(LetterState.AGREED, false, true)).isTrue();
    assertThat(DraftPolicy.returns(LetterState.SIGNED, false, true)).isTrue();
    assertThat(DraftPolicy.returns(LetterState.SIGNED, true, false))
        .as("not past who signed")
        .isFalse();
  }

  @Test
  @DisplayName(
      "LTR-14 a letter is about what is known, each once, unless it was registered wrongly")
  void links() {
    assertThat(codes(LetterSound.links(false, true, false))).isEmpty();
    assertThat(codes(LetterSound.links(false, true, true)))
        .containsExactly("correspondence.link.there");
    assertThat(codes(LetterSound.links(true, false, false)))
        .containsExactly("correspondence.voided", "correspondence.link.unknown");
  }

  @Test
  @DisplayName("LTR-9 a letter goes by SOAP to who fetches it there")
  void fetching() {
    assertThat(codes(LetterSound.fetched(true))).isEmpty();
    assertThat(codes(LetterSound.fetched(false))).containsExactly("correspondence.no-partner");
    assertThat(LetterChannel.SOAP.isProgram()).isTrue();
    assertThat(LetterChannel.EMAIL.isProgram()).isFalse();
  }

  @Test
  @DisplayName("LTR-9 a letter goes by mail to an address only, and not without its file")
  void sending() {
    assertThat(codes(LetterSound.delivers(LetterState.SENT, false, "receipt 12"))).isEmpty();
    assertThat(codes(LetterSound.delivers(LetterState.REGISTERED, false, "")))
        .containsExactly("correspondence.step", "correspondence.confirmation");
    assertThat(codes(LetterSound.sends(LetterChannel.EMAIL, "a@example.kz", true))).isEmpty();
    assertThat(codes(LetterSound.sends(LetterChannel.PAPER, null, true))).isEmpty();
    assertThat(codes(LetterSound.sends(LetterChannel.EMAIL, "Almaty", true)))
        .containsExactly("correspondence.no-address");
    assertThat(codes(LetterSound.sends(null, null, false)))
        .containsExactly("correspondence.channel-needed", "correspondence.no-paper");
  }

  @Test
  @DisplayName("LTR-10 a letter tells of a person on a ground only, and what was asked")
  void personalData() {
    assertThat(codes(LetterSound.tells("consent of 10.02.2223", 1))).isEmpty();
    assertThat(codes(LetterSound.tells(" ", 0)))
        .containsExactly("correspondence.basis-needed", "correspondence.nothing-asked");
  }

  @Test
  @DisplayName("LTR-11 a restricted letter is read by those it names and those who resolve")
  void restricted() {
    assertThat(DraftPolicy.reads(false, false, false)).isTrue();
    assertThat(DraftPolicy.reads(true, false, false)).isFalse();
    assertThat(DraftPolicy.reads(true, true, false)).isTrue();
    assertThat(DraftPolicy.reads(true, false, true)).isTrue();
  }

  @Test
  @DisplayName("LTR-12 who was asked answers an enquiry, in words")
  void enquiries() {
    assertThat(codes(DraftPolicy.answers(LetterState.SENT, true, "Here it is."))).isEmpty();
    assertThat(codes(DraftPolicy.answers(LetterState.SENT, false, "")))
        .containsExactly("correspondence.not-asked", "correspondence.answer-needed");
    assertThat(codes(DraftPolicy.answers(LetterState.DRAFT, true, "Here it is.")))
        .containsExactly("correspondence.step");
  }
}
