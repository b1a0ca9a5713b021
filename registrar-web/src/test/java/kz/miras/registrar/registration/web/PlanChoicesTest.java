package kz.miras.registrar.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.plan.PlanLineStatus;
import kz.miras.registrar.registration.plan.PlanStatus;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermOfferings.Part;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.TermPlan;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is chosen, kept and chosen again. */
class PlanChoicesTest {

  private static final UUID RUSSIAN = UUID.randomUUID();
  private static final UUID KAZAKH = UUID.randomUUID();
  private static final UUID SEAT = PlanSamples.SEAT;

  private final PlanChoices choices = new PlanChoices();

  @Test
  @DisplayName(
      "IUP-1 a kept draft is there again as it was: the group that was chosen, and no other")
  void keptGroupIsRestored() {
    TermPlan plan = plan(offered(KAZAKH, "kk", "G-1"), offered(RUSSIAN, "ru", "G-1", "G-2"));

    Map<String, String> wishes = preset(plan, kept(RUSSIAN, "G-2", "ru"));

    assertThat(wishes).containsEntry("MAT1", RUSSIAN + "|G-2");
    assertThat(choices.wanted(plan, wishes, code -> null, code -> null))
        .containsExactly(
            new PlanRequest.Line(RUSSIAN, null, "G-2", EnrolmentType.MAIN, null, null));
  }

  @Test
  @DisplayName(
      "REG-3 of an offering with several streams the stream is chosen with the group: it is asked for,"
          + " kept, taken and swapped as chosen")
  void streamIsChosen() {
    TermPlan plan = plan(offered(RUSSIAN, "ru", "L-1", "L-2", "G-1", "G-2"));
    String way = RUSSIAN + "|G-1|L-2";
    PlanView.Line had = line(PlanLineStatus.SUBMITTED, "L-2", "G-1", EnrolmentStatus.ENROLLED);

    assertThat(preset(plan, line(PlanLineStatus.CHOSEN, "L-2", "G-1", null)))
        .containsEntry("MAT1", way);
    assertThat(preset(plan, line(PlanLineStatus.CHOSEN, "L-2", null, null)))
        .as("any group of the stream")
        .containsEntry("MAT1", RUSSIAN + "||L-2");
    assertThat(preset(plan, line(PlanLineStatus.CHOSEN, "L-9", "G-1", null)))
        .as("the stream is gone")
        .containsEntry("MAT1", RUSSIAN + "|G-1");
    assertThat(choices.wanted(plan, Map.of("MAT1", way), code -> null, code -> null))
        .containsExactly(
            new PlanRequest.Line(RUSSIAN, null, "G-1", "L-2", EnrolmentType.MAIN, null, null));
    assertThat(choices.preset(plan, view(had), code -> had)).containsEntry("MAT1", way);
    assertThat(choices.wanted(plan, Map.of("MAT1", way), code -> had, code -> null)).isEmpty();
    assertThat(
            choices.wanted(plan, Map.of("MAT1", RUSSIAN + "|G-1|L-1"), code -> had, code -> null))
        .containsExactly(
            new PlanRequest.Line(RUSSIAN, null, "G-1", "L-1", EnrolmentType.MAIN, null, SEAT));
    assertThat(
            preset(
                plan(offered(RUSSIAN, "ru", "L-2", "G-1", "G-2")),
                line(PlanLineStatus.CHOSEN, "L-2", "G-1", null)))
        .as("with one stream there is nothing to choose")
        .containsEntry("MAT1", RUSSIAN + "|G-1");
  }

  @Test
  @DisplayName("IUP-1 any group stays any group while there are several, and is the one there is")
  void anyGroupIsRestored() {
    assertThat(preset(plan(offered(RUSSIAN, "ru", "G-1", "G-2")), kept(RUSSIAN, null, "ru")))
        .containsEntry("MAT1", RUSSIAN.toString());
    assertThat(preset(plan(offered(RUSSIAN, "ru", "G-1")), kept(RUSSIAN, null, "ru")))
        .containsEntry("MAT1", RUSSIAN + "|G-1");
  }

  @Test
  @DisplayName("IUP-1 where the kept group or offering is gone the nearest way left is proposed")
  void whatIsGoneIsReplaced() {
    TermPlan plan = plan(offered(RUSSIAN, "ru", "G-1", "G-2"), offered(KAZAKH, "kk", "G-7"));

    assertThat(preset(plan, kept(RUSSIAN, "G-9", "ru")))
        .as("any group of the same offering")
        .containsEntry("MAT1", RUSSIAN.toString());
    assertThat(preset(plan, kept(UUID.randomUUID(), "G-1", "kk")))
        .as("the offering in the language that was chosen")
        .containsEntry("MAT1", KAZAKH + "|G-7");
    assertThat(preset(plan, kept(null, null, "kk")))
        .as("chosen before sections existed")
        .containsEntry("MAT1", KAZAKH + "|G-7");
    assertThat(preset(plan(), kept(null, null, "ru"))).containsEntry("MAT1", "only|ru");
  }

  @Test
  @DisplayName(
      "IUP-1 before there are sections the language is chosen: the own one at first, then as kept")
  void languageIsChosen() {
    TermPlan plan = plan();
    Candidate candidate = plan.candidates().get(0);

    assertThat(choices.usual(candidate, "ru")).isEqualTo("only|ru");
    assertThat(choices.usual(candidate, "en"))
        .as("a language it is not taught in")
        .isEqualTo("only|kk");
    Map<String, String> wishes = preset(plan, kept(null, null, "kk"));
    assertThat(wishes).containsEntry("MAT1", "only|kk");
    assertThat(choices.wanted(plan, wishes, code -> null, code -> null))
        .containsExactly(
            new PlanRequest.Line(null, "MAT1", null, EnrolmentType.MAIN, Language.KK, null));
    assertThat(choices.isSame("only|kk", kept(null, null, "kk"))).isTrue();
    assertThat(choices.isSame("only|ru", kept(null, null, "kk")))
        .as("another language is asked for anew")
        .isFalse();
  }

  @Test
  @DisplayName(
      "IUP-1 once there are groups what was chosen before is there to be taken: in its language, any"
          + " group; what was given back is chosen anew")
  void groupsComeLater() {
    TermPlan plan = plan(offered(RUSSIAN, "ru", "G-1", "G-2"), offered(KAZAKH, "kk", "G-7", "G-8"));
    for (PlanLineStatus status :
        List.of(PlanLineStatus.SUBMITTED, PlanLineStatus.APPROVED, PlanLineStatus.REGISTERED)) {
      PlanView.Line chosen = line(status, null, null, "kk", null);

      Map<String, String> wishes = choices.preset(plan, view(chosen), code -> chosen);

      assertThat(wishes).containsEntry("MAT1", KAZAKH.toString());
      assertThat(choices.wanted(plan, wishes, code -> chosen, code -> null))
          .containsExactly(
              new PlanRequest.Line(KAZAKH, null, null, EnrolmentType.MAIN, null, null));
    }
    PlanView.Line back = line(PlanLineStatus.RETURNED, null, null, "kk", null);
    assertThat(choices.preset(plan, view(back), code -> back)).containsEntry("MAT1", "");
  }

  @Test
  @DisplayName(
      "REG-5 another group is taken in the place of a seat and of a place in a queue; what is to be"
          + " paid is left alone")
  void anotherGroup() {
    TermPlan plan = plan(offered(RUSSIAN, "ru", "G-1", "G-2"));
    for (EnrolmentStatus seat : EnrolmentStatus.open()) {
      PlanView.Line line = line(PlanLineStatus.SUBMITTED, RUSSIAN, "G-1", "ru", seat);

      assertThat(choices.wanted(plan, Map.of("MAT1", RUSSIAN + "|G-2"), code -> line, code -> null))
          .extracting(PlanRequest.Line::replaces)
          .containsExactly(seat == EnrolmentStatus.REQUESTED ? null : SEAT);
      assertThat(choices.wanted(plan, Map.of("MAT1", RUSSIAN + "|G-1"), code -> line, code -> null))
          .isEmpty();
    }
  }

  @Test
  @DisplayName(
      "REG-5 another discipline takes the place of what is given up for it; what has a seat already"
          + " keeps to that one")
  void anotherDiscipline() {
    TermPlan plan = plan(offered(RUSSIAN, "ru", "G-1", "G-2"));
    Map<String, String> wishes = Map.of("MAT1", RUSSIAN + "|G-2");
    PlanView.Line own =
        line(PlanLineStatus.SUBMITTED, RUSSIAN, "G-1", "ru", EnrolmentStatus.ENROLLED);

    assertThat(choices.wanted(plan, wishes, code -> null, code -> "PHY1"))
        .containsExactly(
            new PlanRequest.Line(RUSSIAN, null, "G-2", EnrolmentType.MAIN, null, null)
                .insteadOf("PHY1"));
    assertThat(choices.wanted(plan, wishes, code -> own, code -> "PHY1"))
        .containsExactly(
            new PlanRequest.Line(RUSSIAN, null, "G-2", EnrolmentType.MAIN, null, SEAT));
    assertThat(choices.wanted(plan(), Map.of("MAT1", "only|kk"), code -> null, code -> "PHY1"))
        .as("before there are groups too")
        .extracting(PlanRequest.Line::insteadOf)
        .containsExactly("PHY1");
  }

  @Test
  @DisplayName(
      "IUP-1 a kept draft that is not chosen any more goes with the submission, others stay")
  void draftsThatAreLeft() {
    PlanView view = view(kept(RUSSIAN, null, "ru"));

    assertThat(PlanChoices.left(view, "2030-1", Map.of("MAT1", ""))).containsExactly(1L);
    assertThat(PlanChoices.left(view, "2030-1", Map.of())).containsExactly(1L);
    assertThat(PlanChoices.left(view, "2030-1", Map.of("MAT1", RUSSIAN.toString()))).isEmpty();
    assertThat(PlanChoices.left(view, "2030-2", Map.of())).as("of another term").isEmpty();
    PlanView submitted = view(line(PlanLineStatus.SUBMITTED, RUSSIAN, null, "ru", null));
    assertThat(PlanChoices.left(submitted, "2030-1", Map.of())).isEmpty();
  }

  private Map<String, String> preset(TermPlan plan, PlanView.Line line) {
    return choices.preset(plan, view(line), code -> null);
  }

  private static PlanView view(PlanView.Line line) {
    return new PlanView(
        UUID.randomUUID(),
        2030,
        UUID.randomUUID(),
        "1",
        "Student",
        null,
        PlanStatus.DRAFT,
        0,
        0,
        null,
        List.of(line),
        List.of());
  }

  private static TermPlan plan(Offered... offered) {
    Candidate candidate =
        new Candidate(
            "MAT1",
            LocalizedText.of("а", "б", "c"),
            5,
            DisciplineKind.DISCIPLINE,
            Cycle.BASIC,
            Component.UNIVERSITY,
            AcademicRecord.Standing.NONE,
            List.of(),
            List.of(),
            List.of(offered),
            List.of("kk", "ru"),
            null);
    return new TermPlan(
        "2030-1",
        1,
        "ru",
        List.of(new TermPlanner.Part(null, 5, EnrolmentType.MAIN, List.of(candidate))));
  }

  private static Offered offered(UUID id, String language, String... sections) {
    return new Offered(
        1,
        id,
        "MAT1-" + language,
        "MAT1",
        LocalizedText.of("а", "б", "c"),
        5,
        language,
        Stream.of(sections)
            .map(code -> new Part(1, kind(code), code, 30, 0, 0, null, List.of()))
            .toList());
  }

  private static SectionKind kind(String code) {
    return code.startsWith("L") ? SectionKind.LECTURE : SectionKind.GROUP;
  }

  private static PlanView.Line kept(UUID offering, String group, String language) {
    return line(PlanLineStatus.CHOSEN, offering, group, language, null);
  }

  private static PlanView.Line line(
      PlanLineStatus status, UUID offering, String group, String language, EnrolmentStatus seat) {
    return line(status, offering, null, group, language, seat);
  }

  private static PlanView.Line line(
      PlanLineStatus status, String stream, String group, EnrolmentStatus seat) {
    return line(status, RUSSIAN, stream, group, "ru", seat);
  }

  private static PlanView.Line line(
      PlanLineStatus status,
      UUID offering,
      String stream,
      String group,
      String language,
      EnrolmentStatus seat) {
    return PlanSamples.line("MAT1", status, offering, stream, group, language, seat);
  }
}
