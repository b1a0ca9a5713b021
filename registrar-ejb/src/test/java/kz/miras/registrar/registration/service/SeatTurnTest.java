package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.NeededStanding;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.TakenLine;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.rule.WindowFact;
import kz.miras.registrar.registration.service.SeatDecision.Choice;
import kz.miras.registrar.registration.service.SeatDecision.Decided;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of several wishes whose seats are not what they seemed to be before the lock. */
class SeatTurnTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);

  private final Map<Long, WantedLine.Builder> lines = new HashMap<>();
  private final Map<Long, List<LessonTime>> lessons = new HashMap<>();
  private final Map<SeatBook.Key, SeatHints.Seen> seen = new HashMap<>();
  private final Map<Long, Integer> free = new TreeMap<>();
  private TakenLine[] taken = {};

  /** A discipline of one group. */
  private Wish wish(long id, String code, int seemsFree, int isFree, Long replaces) {
    Offering offering = new Offering(1, id, code, Language.RU);
    Section group = new Section(offering, SectionKind.GROUP, code);
    key(group, id);
    seen.put(new SeatBook.Key(id, SeatBook.ALL), new SeatHints.Seen(seemsFree, 0, 0));
    free.put(id, isFree);
    lines.putIfAbsent(id, WantedLine.of(code, 5));
    return Wish.of(offering, List.of(group), null, EnrolmentType.MAIN, replaces, null);
  }

  /** The key that storing would give. */
  private static void key(Section section, long id) {
    try {
      Field field = Section.class.getDeclaredField("id");
      field.setAccessible(true);
      field.set(section, id);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Decided> decide(boolean mayWait, Wish... wanted) {
    PlanFacts facts =
        PlanFacts.of(Level.BACHELOR, ZonedDateTime.of(2025, 8, 15, 12, 0, 0, 0, ZoneId.of("UTC")))
            .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
            .changesUntil(Instant.parse("2025-09-10T00:00:00Z"))
            .taken(List.of(taken))
            .build();
    TermPicture picture =
        new TermPicture(
            null,
            null,
            RuleSet.defaults(Level.BACHELOR, DAY),
            facts,
            wish -> lines.get(wish.discipline()),
            lessons,
            () -> null);
    SeatHints hints = new SeatHints(seen);
    List<Choice> choices = Registering.choices(picture, List.of(wanted), hints, Map.of(), mayWait);
    SeatBook book = new SeatBook(SeatTurnTest::chain);
    for (Map.Entry<Long, Integer> one : free.entrySet()) {
      book.locked(
          new SeatBook.Key(one.getKey(), SeatBook.ALL),
          new SeatBook.Row(one.getValue(), 0, 0),
          new ChainHead(String.valueOf(one.getKey()), 0, new byte[SealChain.SEAL_LENGTH]));
    }
    return new SeatTurn(
            new Locked(book, hints), picture, mayWait, hints, Map.of(), wish -> Map.of())
        .decide(choices);
  }

  /** Everything is locked already. */
  private record Locked(SeatBook book, SeatHints hints) implements SeatTurn.Seats {
    @Override
    public String free(long section, List<String> pools) {
      return book.free(section, pools);
    }

    @Override
    public int waiting(long section) {
      return book.row(section, SeatBook.ALL).waiting;
    }

    @Override
    public boolean has(long section) {
      return book.holds(section);
    }

    @Override
    public void more(List<Long> sections) {
      // nothing is to be locked
    }

    @Override
    public SeatHints seen(List<Long> sections) {
      return hints;
    }
  }

  private static SealChain chain(String name) {
    return SealChain.of(name, new byte[32]);
  }

  /** What became of each: a seat, a place in the queue, or the rules that refuse it. */
  private static List<String> results(List<Decided> decided) {
    return decided.stream()
        .map(
            one ->
                !one.verdict.isAllowed()
                    ? one.verdict.refusals().get(0).rule()
                    : one.given.isComplete() ? "seat" : "waits")
        .toList();
  }

  private void needs(long id, String code, String other) {
    lines.put(id, WantedLine.of(code, 5).together(other, NeededStanding.NONE));
  }

  private void at(long section, int hour) {
    lessons.put(
        section,
        List.of(
            LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(hour, 0), LocalTime.of(hour, 50))));
  }

  @Test
  @DisplayName("REG-17 corequisites of one request are taken in either order, also of each other")
  void inAnyOrder() {
    needs(1, "LAB", "PHY");
    Wish lab = wish(1, "LAB", 1, 1, null);
    Wish phy = wish(2, "PHY", 1, 1, null);

    assertThat(results(decide(false, lab, phy))).containsExactly("seat", "seat");
    assertThat(results(decide(false, phy, lab))).containsExactly("seat", "seat");
    assertThat(results(decide(false, lab))).containsExactly("REG-17");

    needs(2, "PHY", "LAB");
    assertThat(results(decide(false, lab, phy))).containsExactly("seat", "seat");
    assertThat(results(decide(false, phy))).containsExactly("REG-17");
  }

  @Test
  @DisplayName(
      "REG-17 what needs a discipline that is refused is refused with it, whenever that is")
  void lostWithIt() {
    needs(1, "LAB", "PHY");
    needs(3, "SEM", "LAB");
    Wish lab = wish(1, "LAB", 1, 1, null);
    Wish gone = wish(2, "PHY", 1, 0, null);
    Wish sem = wish(3, "SEM", 1, 1, null);

    assertThat(results(decide(false, gone, lab))).containsExactly("REG-3", "REG-17");
    assertThat(results(decide(false, sem, lab, gone))).containsExactly("REG-17", "REG-17", "REG-3");

    lines.put(2L, WantedLine.of("PHY", 5).open(false));
    assertThat(results(decide(false, lab, gone))).containsExactly("REG-17", "REG-4");
  }

  @Test
  @DisplayName(
      "REG-11 a swap that has to wait after all leaves no room for what was wanted with it")
  void swapThatWaits() {
    taken = new TakenLine[] {TakenLine.enrolled("OLD", 5, EnrolmentType.MAIN, List.of(nine()))};
    lines.put(1L, WantedLine.of("NEW", 5).insteadOf("OLD"));
    at(2, 9);
    Wish swap = wish(1, "NEW", 1, 0, 77L);
    Wish meets = wish(2, "MET", 1, 1, null);

    assertThat(results(decide(true, swap, meets))).containsExactly("waits", "REG-11");
    assertThat(results(decide(false, swap, meets))).containsExactly("REG-3", "REG-11");

    Wish had = wish(1, "NEW", 1, 1, 77L);
    assertThat(results(decide(true, had, meets))).containsExactly("seat", "seat");
  }

  @Test
  @DisplayName("REG-33 a swap that gets a seat after all makes room for what was wanted with it")
  void swapThatIsSeated() {
    taken = new TakenLine[] {TakenLine.enrolled("OLD", 5, EnrolmentType.MAIN, List.of(nine()))};
    lines.put(1L, WantedLine.of("NEW", 5).insteadOf("OLD"));
    at(2, 9);
    Wish swap = wish(1, "NEW", 0, 1, 77L);
    Wish meets = wish(2, "MET", 1, 1, null);

    assertThat(results(decide(true, swap, meets))).containsExactly("seat", "seat");
  }

  @Test
  @DisplayName(
      "REG-33 who names no group waits in the queue of each, but where lessons overlap; who names one"
          + " waits for that one")
  void anyGroup() {
    taken = new TakenLine[] {TakenLine.enrolled("OLD", 5, EnrolmentType.MAIN, List.of(nine()))};
    Wish one = wish(1, "MAT", 0, 0, null);
    Section fits = group(one, 2);
    Section meets = group(one, 3);
    at(3, 9);
    List<Section> all = List.of(one.sections().get(0), fits, meets);

    Decided any = decide(true, of(one, all, null)).get(0);
    assertThat(any.given.queued())
        .containsExactlyInAnyOrder(
            queued(1, true, false, false),
            queued(2, true, true, false),
            queued(3, true, true, true));
    assertThat(any.given.counted()).extracting(SeatBook.Key::section).containsExactly(1L, 2L);
    assertThat(any.verdict.warnings().get(0).code()).isEqualTo("registration.waits-any");
    assertThat(any.verdict.warnings().get(0).args())
        .as("the first in this queue; one more will do, and one that overlaps will not")
        .containsExactly("MAT", 1, 1);

    Decided alone = decide(true, of(one, List.of(one.sections().get(0), meets), null)).get(0);
    assertThat(alone.verdict.warnings().get(0).code()).isEqualTo("registration.waits");

    Decided named = decide(true, of(one, all, 2L)).get(0);
    assertThat(named.given.queued()).containsExactly(queued(2, false, false, false));
    assertThat(named.verdict.warnings().get(0).code()).isEqualTo("registration.waits");
  }

  @Test
  @DisplayName(
      "REG-11 REG-33 a group that overlaps with what the same request takes next rests too")
  void overlapsWithWhatComesNext() {
    Wish one = wish(1, "MAT", 0, 0, null);
    Section meets = group(one, 2);
    at(2, 9);
    at(3, 9);
    Wish next = wish(3, "PHY", 1, 1, null);

    List<Decided> decided =
        decide(true, of(one, List.of(one.sections().get(0), meets), null), next);

    assertThat(results(decided)).containsExactly("waits", "seat");
    assertThat(decided.get(0).given.queued())
        .containsExactlyInAnyOrder(queued(1, true, false, false), queued(2, true, true, true));
  }

  private static WaitingRows.Queued queued(
      long section, boolean any, boolean instead, boolean resting) {
    return new WaitingRows.Queued(new SeatBook.Key(section, SeatBook.ALL), any, instead, resting);
  }

  private Section group(Wish of, long id) {
    Section group = new Section(of.offering(), SectionKind.GROUP, "G" + id);
    key(group, id);
    seen.put(new SeatBook.Key(id, SeatBook.ALL), new SeatHints.Seen(0, 0, 0));
    free.put(id, 0);
    return group;
  }

  private static Wish of(Wish wish, List<Section> sections, Long group) {
    return Wish.of(wish.offering(), sections, group, wish.type(), null, null);
  }

  private static LessonTime nine() {
    return LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(9, 50));
  }
}
