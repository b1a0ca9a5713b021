package kz.miras.registrar.registration.rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.student.StudentStatus;

/** One line of {@code registration-cases.txt}, which explains its words itself. */
record RuleCase(
    String name,
    PlanFacts facts,
    RuleSet rules,
    List<WantedLine> wanted,
    String answer,
    String why) {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2025, 8, 15, 12, 0, 0, 0, ZoneId.of("Asia/Almaty"));
  private static final Instant OPENS = Instant.parse("2025-08-20T04:00:00Z");
  private static final Instant CLOSED = Instant.parse("2025-08-10T13:00:00Z");

  /** All cases of the table. */
  static Stream<RuleCase> all() {
    try (BufferedReader table =
        new BufferedReader(
            new InputStreamReader(
                RuleCase.class.getResourceAsStream("/registration-cases.txt"),
                StandardCharsets.UTF_8))) {
      return table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(RuleCase::parse)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name + ": " + answer + " " + why;
  }

  static RuleCase parse(String line) {
    String[] cells =
        Arrays.stream((line + " ").split("\\|")).map(String::strip).toArray(String[]::new);
    Facts facts = new Facts();
    Arrays.stream(cells[1].split(";"))
        .map(String::strip)
        .filter(f -> !f.isEmpty())
        .forEach(facts::add);
    ElectiveRoom room = facts.room();
    List<WantedLine> wanted =
        Arrays.stream(cells[2].split("\\+"))
            .map(text -> wanted(text).within(room, text.contains(" followed")).build())
            .toList();
    return new RuleCase(cells[0], facts.made(), facts.rules, wanted, cells[3], cells[4]);
  }

  private static WantedLine.Builder wanted(String text) {
    CaseWords words = new CaseWords(text);
    WantedLine.Builder line = WantedLine.of(words.next(), words.number());
    List<SectionFact> sections = new ArrayList<>();
    boolean seat = true;
    while (words.more()) {
      String word = words.next();
      switch (word) {
        case "as" -> line.as(EnrolmentType.valueOf(words.next()));
        case "passed" -> line.after(Standing.PASSED, 1);
        case "failed" -> {
          line.after(Standing.FAILED, words.number());
          words.skip("times");
        }
        case "needs" -> line.needs(words.next(), NeededStanding.valueOf(words.upper()));
        case "with" -> line.together(words.next(), NeededStanding.valueOf(words.upper()));
        case "from" -> line.chosenFrom(words.next());
        case "source" -> line.from(LineSource.valueOf(words.next()));
        case "taught" -> taught(line, words);
        case "at" -> sections.add(new SectionFact("S", List.of(words.lesson())));
        case "instead" -> line.insteadOf(words.skip("of").next());
        case "closed" -> line.open(false);
        case "refused" -> line.refused(true);
        case "merged" -> line.joined(Language.of(words.skip("into").next()));
        case "chosen" -> seat = false;
        case "owed" -> line.owed(Owed.valueOf(words.next()));
        case "followed" -> {
          // goes with the room of the electives
        }
        case "explained" -> line.explained(true);
        case "paid", "unpaid" -> line.paid(word.equals("paid"));
        case "planned", "unplanned" -> line.planned(word.equals("planned"));
        case "unpriced" -> line.unpriced(PaymentPurpose.valueOf(words.next()));
        case "for" -> line.serving(SummerPurpose.valueOf(words.next()));
        default -> throw new IllegalArgumentException(word + " in " + text);
      }
    }
    if (sections.isEmpty()) {
      sections.add(new SectionFact("S", List.of()));
    }
    return line.at(seat ? sections : List.of());
  }

  /** The language wanted, and those it is taught in where that is asked. */
  private static void taught(WantedLine.Builder line, CaseWords words) {
    line.in(Language.of(words.skip("in").next()));
    Set<Language> languages = new HashSet<>();
    while (words.more() && words.isOf()) {
      languages.add(Language.of(words.next()));
    }
    line.taught(languages);
  }

  /** Student and term of a case. */
  private static final class Facts {
    private final PlanFacts.Builder facts =
        PlanFacts.of(Level.BACHELOR, NOW)
            .course(2, false)
            .window(new WindowFact(true, WindowKind.REGISTRATION, CLOSED, OPENS));
    private final List<TakenLine> taken = new ArrayList<>();
    private final List<HoldFact> holds = new ArrayList<>();
    private final List<ChoiceFact> choices = new ArrayList<>();
    private final Set<String> waived = new HashSet<>();
    private final Set<String> compulsory = new HashSet<>();
    private final Map<String, Integer> electives = new HashMap<>();
    private final List<ElectiveRoom.Filled> filled = new ArrayList<>();
    private RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

    private PlanFacts made() {
      return facts.taken(taken).holds(holds).choices(choices).waived(waived).build();
    }

    private ElectiveRoom room() {
      return new ElectiveRoom(compulsory, electives, filled);
    }

    private void add(String fact) {
      CaseWords words = new CaseWords(fact);
      String first = words.next();
      if (first.contains("=")) {
        String[] set = first.split("=");
        rules = rules.with(RuleParameter.ofKey(set[0]).orElseThrow(), set[1]);
        return;
      }
      switch (first) {
        case "on" -> facts.status(StudentStatus.ON_LEAVE);
        case "expelled" -> facts.status(StudentStatus.EXPELLED);
        case "left" -> facts.left(words.number());
        case "course" -> facts.course(words.number(), words.more());
        case "office" -> facts.office(true);
        case "whole" -> facts.complete(true);
        case "GPA" -> facts.gpa(new BigDecimal(words.next()));
        case "language" -> facts.studyLanguage(Language.of(words.next()));
        case "summer" -> facts.term(TermKind.SUMMER, words.number());
        case "changes" ->
            facts.changesUntil(words.next().equals("over") ? CLOSED : OPENS.plusSeconds(3600));
        case "window" -> window(words.next(), words);
        case "hold" ->
            holds.add(
                new HoldFact(HoldKind.valueOf(words.next()), "school certificate", "room 101"));
        case "waived" -> waived.add(words.next());
        case "block" ->
            choices.add(
                new ChoiceFact(
                    words.next(),
                    words.skip("needs").number(),
                    words.more() ? words.skip("done").number() : 0));
        case "electives" -> electives.put(words.next(), words.number());
        case "compulsory" -> compulsory.add(words.next());
        case "filled" ->
            filled.add(
                new ElectiveRoom.Filled(
                    words.next(), words.isOf() ? words.next() : null, words.number()));
        case "chosen" -> {
          TakenLine line = taken(words, false);
          taken.add(
              TakenLine.chosen(line.discipline(), line.credits(), line.type(), line.choiceBlock()));
        }
        case "taken", "waits" -> taken.add(taken(words, first.equals("waits")));
        default -> throw new IllegalArgumentException(fact);
      }
    }

    /** One kind that is open, or closed to both stages, or one stage that is off. */
    private void window(String how, CaseWords words) {
      if (how.equals("open")) {
        WindowFact open = open(words.next());
        facts.windows(open, open.kind().givesSeats() ? open : WindowFact.NONE);
        if (words.more()) {
          facts.windows(open, window(words.next()));
        }
      } else if (how.equals("off")) {
        facts.windows(open("CHANGE"), new WindowFact(false, WindowKind.REGISTRATION, null, null));
      } else {
        facts.window(window(how));
      }
    }

    private static WindowFact open(String kind) {
      return new WindowFact(true, WindowKind.valueOf(kind), CLOSED, OPENS);
    }

    private static WindowFact window(String how) {
      return switch (how) {
        case "late" -> open("LATE");
        case "opens" ->
            new WindowFact(false, WindowKind.REGISTRATION, OPENS, OPENS.plusSeconds(3600));
        case "closed" ->
            new WindowFact(false, WindowKind.REGISTRATION, CLOSED.minusSeconds(3600), CLOSED);
        default -> WindowFact.NONE;
      };
    }

    private static TakenLine taken(CaseWords words, boolean waiting) {
      String code = words.next();
      int credits = words.number();
      EnrolmentType type = EnrolmentType.MAIN;
      String replaces = null;
      String block = null;
      List<LessonTime> lessons = new ArrayList<>();
      while (words.more()) {
        String word = words.next();
        switch (word) {
          case "for" -> replaces = words.next();
          case "from" -> block = words.next();
          case "at" -> lessons.add(words.lesson());
          default -> type = EnrolmentType.valueOf(word);
        }
      }
      return new TakenLine(code, credits, type, waiting, replaces, block, lessons);
    }
  }
}
