package kz.miras.registrar.office.service.demo;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger.Posting;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Checksum;

/** Sheets of the session in progress: some closed and posted, some submitted, most still open. */
final class DemoSheets {

  /** How far a sheet has come. */
  private enum Stage {
    CLOSED(-5, "CLOSED"),
    SUBMITTED(-3, "SUBMITTED"),
    TYPED(0, "OPEN"),
    LATE(-2, "OPEN"),
    WAITING(5, "OPEN");

    private final int examDay;
    private final String status;

    Stage(int examDay, String status) {
      this.examDay = examDay;
      this.status = status;
    }
  }

  private static final int LATE_PLACE = -1;

  private final Rows rows;
  private final Random random;
  private final DemoPlan plan;
  private final LocalDate anchor;
  private final BiFunction<Level, LocalDate, RuleSet> rules;
  private final Comparator<Integer> byName;
  private final DemoSheetRows store;
  private List<DemoStudents.StudentRow> members = List.of();
  private final List<Posting> postings = new ArrayList<>();
  private int number;

  DemoSheets(
      Rows rows,
      Random random,
      DemoPlan plan,
      LocalDate anchor,
      BiFunction<Level, LocalDate, RuleSet> rules) {
    this.rows = rows;
    this.random = random;
    this.plan = plan;
    this.anchor = anchor;
    this.rules = rules;
    this.store = new DemoSheetRows(rows, plan, anchor);
    Collator collator = Collator.getInstance(Locale.forLanguageTag("kk"));
    this.byName = Comparator.comparing(i -> members.get(i).name(), collator::compare);
  }

  /** Results of the closed sheets, to be posted. */
  List<Posting> postings() {
    return postings;
  }

  /**
   * Forms the sheets.
   *
   * @param shown the group whose sheets stand at every stage
   * @return the teacher of the shown group's sheet that is being filled
   */
  DemoPlan.TeacherRow build(List<DemoTerm.SectionRow> sections, DemoStudents.GroupRow shown)
      throws SQLException {
    DemoPlan.TeacherRow teacher = null;
    int turn = 0;
    int own = 0;
    for (DemoTerm.SectionRow section : sections) {
      boolean ofShown = section.group().equals(shown);
      boolean major =
          section.item().discipline().department().equals(section.group().programme().department());
      Stage stage = stage(ofShown ? 2 * own++ : place(turn++));
      if (ofShown && major && teacher == null) {
        teacher = section.teacher();
        stage = Stage.TYPED;
      }
      boolean session = section.item().discipline().subject().kind().equals("DISCIPLINE");
      sheet(section, session ? stage : Stage.WAITING);
    }
    rows.flush();
    return teacher;
  }

  /** Of forty sheets one is late; the others come in turn. */
  private static int place(int turn) {
    return turn % 40 == 39 ? LATE_PLACE : turn % 8;
  }

  private static Stage stage(int place) {
    if (place == LATE_PLACE) {
      return Stage.LATE;
    }
    if (place < 2) {
      return Stage.CLOSED;
    }
    return place < 4 ? Stage.SUBMITTED : place < 6 ? Stage.TYPED : Stage.WAITING;
  }

  private void sheet(DemoTerm.SectionRow section, Stage stage) throws SQLException {
    DemoSubjects.Subject subject = section.item().discipline().subject();
    SheetKind kind =
        subject.stateExam()
            ? SheetKind.GOS_HISTORY
            : subject.kind().equals("PRACTICE") ? SheetKind.PRACTICE : SheetKind.MAIN;
    LocalDate day = anchor.plusDays(stage.examDay);
    Level level = Level.valueOf(section.group().programme().row().level());
    RuleSet set = rules.apply(level, day);
    FinalGradePolicy policy = FinalGradePolicy.of(set, day);
    long sheet = rows.nextKey();
    String written = nextNumber();
    ControlForm form = ControlForm.valueOf(subject.control());
    List<RowScores> scores = new ArrayList<>();
    for (int i = 0; i < section.members().size(); i++) {
      boolean typed =
          stage == Stage.CLOSED
              || stage == Stage.SUBMITTED
              || ((stage == Stage.TYPED || stage == Stage.LATE) && i % 2 == 0);
      scores.add(scores(section.members().get(i), form, typed, set));
    }
    byte[] checksum = null;
    if (stage == Stage.CLOSED) {
      checksum = post(section, kind, sheet, written, day, set, policy, scores);
    }
    store.head(sheet, written, kind, section, day, set, stage.status, checksum);
    members = section.members();
    List<Integer> order = IntStream.range(0, members.size()).boxed().sorted(byName).toList();
    int position = 1;
    String typist = section.examiner().number().toLowerCase(Locale.ROOT);
    for (int i : order) {
      store.row(sheet, section, i, position++, null, scores.get(i), typist);
    }
    if (stage == Stage.CLOSED) {
      retakes(section, set, policy, form, scores);
    }
  }

  private String nextNumber() {
    return String.format(Locale.ROOT, "%s-%04d", plan.calendar.current().code(), ++number);
  }

  private RowScores scores(
      DemoStudents.StudentRow student, ControlForm form, boolean typed, RuleSet set) {
    if (!form.hasRating()) {
      return typed ? RowScores.single(score(student)) : new RowScores(null, null, null, null);
    }
    RowScores ratings = RowScores.ratings(score(student), score(student));
    boolean admitted = ratings.admissionRating(set).orElseThrow() >= set.admissionThreshold();
    if (!typed || !admitted) {
      return ratings;
    }
    return random.nextInt(40) == 0
        ? ratings.withMark(random.nextInt(3) == 0 ? Mark.AE : Mark.AB)
        : ratings.withScore(score(student));
  }

  private int score(DemoStudents.StudentRow one) {
    return (int) Math.max(20, Math.min(100, one.ability() + random.nextGaussian() * 8));
  }

  /** What closing does: results for the history, the sum over them, enrolments completed. */
  private byte[] post(
      DemoTerm.SectionRow section,
      SheetKind kind,
      long sheet,
      String written,
      LocalDate day,
      RuleSet set,
      FinalGradePolicy policy,
      List<RowScores> scores)
      throws SQLException {
    ControlForm form = ControlForm.valueOf(section.item().discipline().subject().control());
    LocalDateTime at = store.closedAt();
    StringBuilder content = new StringBuilder(written);
    for (int i = 0; i < scores.size(); i++) {
      FinalOutcome outcome = policy.outcome(form, scores.get(i)).orElseThrow();
      long student = section.members().get(i).id();
      content.append('|').append(student).append(':').append(outcome.grade().sign());
      content.append(':').append(outcome.grade().percent());
      postings.add(
          new Posting(
              student,
              DemoPast.studied(section.item()),
              new LedgerEntry.Outcome(
                  plan.calendar.current().id(),
                  plan.calendar.current().ref(),
                  kind == SheetKind.GOS_HISTORY ? ResultKind.STATE_EXAM : ResultKind.MAIN,
                  1,
                  outcome.admissionRating(),
                  scores.get(i).score(),
                  outcome.grade(),
                  day,
                  set.code()),
              new LedgerEntry.Source(
                  sheet,
                  kind,
                  "№ " + written + ", " + day,
                  null,
                  null,
                  false,
                  DemoSheetRows.CLOSED_BY,
                  at.toInstant(ZoneOffset.UTC))));
      rows.completed(section.enrolments().get(i), at);
    }
    return Checksum.sha256(content.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The sheet of those who may take the exam alone once more. */
  private void retakes(
      DemoTerm.SectionRow section,
      RuleSet set,
      FinalGradePolicy policy,
      ControlForm form,
      List<RowScores> scores)
      throws SQLException {
    List<Integer> failed =
        IntStream.range(0, scores.size())
            .filter(i -> policy.outcome(form, scores.get(i)).orElseThrow().fxRetakeAllowed())
            .boxed()
            .sorted(byName)
            .toList();
    if (failed.isEmpty()) {
      return;
    }
    long sheet = rows.nextKey();
    LocalDate day = anchor.plusDays(Stage.WAITING.examDay);
    store.head(sheet, nextNumber(), SheetKind.FX, section, day, set, Stage.WAITING.status, null);
    int position = 1;
    for (int i : failed) {
      Integer carried = policy.outcome(form, scores.get(i)).orElseThrow().admissionRating();
      RowScores open = new RowScores(null, null, null, null);
      store.row(sheet, section, i, position++, carried, open, null);
    }
  }
}
