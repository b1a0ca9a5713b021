package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.LineSource;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.TakenLine;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GroupChoiceTest {

  private static final PlanFacts NOTHING_TAKEN =
      PlanFacts.of(Level.BACHELOR, ZonedDateTime.of(2026, 8, 20, 9, 0, 0, 0, ZoneOffset.UTC))
          .status(StudentStatus.STUDYING)
          .office(true)
          .build();

  private final Map<Long, List<LessonTime>> lessons = new HashMap<>();
  private final Map<SeatBook.Key, SeatHints.Seen> seats = new HashMap<>();
  private final List<Wish> wishes = new ArrayList<>();
  private final Map<Long, Integer> credits = new HashMap<>();
  private final Map<Long, Set<String>> waived = new HashMap<>();
  private PlanFacts facts = NOTHING_TAKEN;
  private TermPicture picture;
  private long keys;

  /** A discipline of five credits with groups "hour:seats", named by their hours. */
  private void wish(String... groups) throws ReflectiveOperationException {
    long discipline = wishes.size() + 1L;
    Offering offering = new Offering(1, discipline, "D" + discipline, Language.KK);
    List<Section> sections = new ArrayList<>();
    for (String group : groups) {
      String[] parts = group.split(":");
      Section section = new Section(offering, SectionKind.GROUP, parts[0]);
      // the key that storing would give
      Field id = Section.class.getDeclaredField("id");
      id.setAccessible(true);
      id.set(section, ++keys);
      sections.add(section);
      lessons.put(keys, List.of(at(Integer.parseInt(parts[0]))));
      int free = Integer.parseInt(parts[1]);
      seats.put(new SeatBook.Key(keys, SeatBook.ALL), new SeatHints.Seen(free, 0, 0));
    }
    wishes.add(Wish.of(offering, sections, null, EnrolmentType.MAIN, null, null));
  }

  private static LessonTime at(int hour) {
    return LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0));
  }

  /** Codes of the groups, one word a wish; "-" where it is refused, with a w where one waits. */
  private String chosen(boolean mayWait) {
    picture =
        new TermPicture(
            null,
            null,
            RuleSet.defaults(Level.BACHELOR, LocalDate.of(2026, 9, 1)),
            facts,
            wish ->
                WantedLine.of("D" + wish.discipline(), credits.getOrDefault(wish.discipline(), 5))
                    .from(LineSource.PROGRAMME)
                    .waived(waived.getOrDefault(wish.discipline(), Set.of())),
            lessons,
            () -> null);
    SeatHints hints = new SeatHints(seats);
    return GroupChoice.of(picture, wishes, hints, Map.of(), mayWait).stream()
        .map(
            choice ->
                !choice.verdict().isAllowed()
                    ? "-"
                    : choice.sections().stream().map(Section::getCode).collect(Collectors.joining())
                        + (hints.free(choice.ids(), Map.of()) ? "" : "w"))
        .collect(Collectors.joining(" "));
  }

  private List<String> taken() {
    return picture.facts().taken().stream()
        .map(line -> line.discipline() + line.lessons())
        .toList();
  }

  @Test
  @DisplayName("REG-11 the roomiest groups are chosen where they fit, whatever else there is")
  void roomiest() throws Exception {
    wish("8:3", "9:5");
    wish("8:9", "10:5");

    assertThat(chosen(true)).isEqualTo("9 8");
  }

  @Test
  @DisplayName("REG-11 an earlier discipline makes room for a later one with a single group")
  void makesRoom() throws Exception {
    wish("8:9", "9:1");
    wish("8:2");

    assertThat(chosen(true)).isEqualTo("9 8");
    assertThat(taken()).containsExactly("D1[MONDAY 09:00]", "D2[MONDAY 08:00]");
  }

  @Test
  @DisplayName("REG-11 a later discipline with free seats elsewhere does not wait for want of room")
  void seatsBeforeQueues() throws Exception {
    wish("8:9", "9:1");
    wish("8:2", "10:0");

    assertThat(chosen(true)).isEqualTo("9 8");
  }

  @Test
  @DisplayName("REG-11 whoever takes no place in a queue keeps the seat of the earlier discipline")
  void withoutQueue() throws Exception {
    wish("8:9", "9:0");
    wish("8:2");

    assertThat(chosen(false)).isEqualTo("8 -");
    assertThat(chosen(true)).isEqualTo("9w 8");
  }

  @Test
  @DisplayName("REG-11 where no assignment fits, the later discipline is refused and told why")
  void nothingFits() throws Exception {
    wish("8:9");
    wish("8:2");

    assertThat(chosen(true)).isEqualTo("8 -");
    List<Refusal> why =
        GroupChoice.of(back(), wishes, new SeatHints(seats), Map.of(), true)
            .get(1)
            .verdict()
            .refusals();
    assertThat(why).extracting(Refusal::rule).containsExactly("REG-11");
    assertThat(why.get(0).args()).startsWith("D1");
  }

  private TermPicture back() {
    picture.back(facts);
    return picture;
  }

  @Test
  @DisplayName("REG-11 what is taken already stays where it is")
  void takenStays() throws Exception {
    facts =
        NOTHING_TAKEN
            .copy()
            .taken(
                List.of(
                    new TakenLine("D9", 5, EnrolmentType.MAIN, false, null, null, List.of(at(9)))))
            .build();
    wish("8:9", "9:1");
    wish("8:2");

    assertThat(chosen(true)).isEqualTo("8 -");
  }

  @Test
  @DisplayName("REG-11 beside a discipline a decision lets overlap, the roomiest group stays")
  void decidedOverlap() throws Exception {
    wish("8:9", "9:1");
    wish("8:2");
    waived.put(2L, Set.of("REG-11"));

    assertThat(chosen(true)).isEqualTo("8 8");
  }

  @Test
  @DisplayName("REG-11 REG-14 no other group helps against credits: what was chosen first stays")
  void creditsCount() throws Exception {
    wish("8:9", "9:1");
    wish("8:2", "10:1");
    wish("11:1");
    wish("8:1");
    credits.putAll(Map.of(1L, 10, 2L, 10, 3L, 10, 4L, 10));

    assertThat(chosen(true)).isEqualTo("8 10 11 -");
    assertThat(taken()).containsExactly("D1[MONDAY 08:00]", "D2[MONDAY 10:00]", "D3[MONDAY 11:00]");
  }
}
