package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.naming.InitialContext;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.TakeOver;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.summary.FigureQueries;
import kz.miras.registrar.achievement.service.summary.ResultFeed;
import kz.miras.registrar.achievement.service.summary.SummaryDesk;
import kz.miras.registrar.achievement.summary.Explanation;
import kz.miras.registrar.achievement.summary.Figure;
import kz.miras.registrar.curriculum.Letter;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Figures kept beside the history, figures of past days, and the feed of results. */
@InsideTest
class SummaryInsideIT {

  private static final List<Integer> PLACES = List.of(99, 148, 159, 166, 167);
  private static final int YEAR = 2150;
  private static final String TERM = "SUM50";
  private static final String NOTED =
      "SELECT COUNT(*) FROM audit_entry WHERE action = 'summary.recalculate' AND entity_id = ?";
  private static final String STORED =
      "SELECT CONCAT(earned, ' ', gpa_points, '/', gpa_credits, ' ', failed, ' ', position) FROM"
          + " achievement_summary WHERE student_id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SummaryInsideIT.class, Marks.class);
  }

  private static String student(int number) throws SQLException {
    return Scene.student(PLACES.get(number));
  }

  private static long key(String student) throws SQLException {
    return Scene.number("SELECT id FROM student WHERE student_no = ?", student);
  }

  private static Ledger.Posting result(
      long student, String code, int credits, Letter letter, LocalDate on, Long corrects)
      throws SQLException {
    return new Ledger.Posting(
        student,
        Marks.basic(code, credits),
        Marks.main(TERM, YEAR, letter, on),
        Marks.source(corrects));
  }

  private static FigureQueries.View view(String student, LocalDate on, Figure why, String of)
      throws Exception {
    FigureQueries queries = Inside.bean(FigureQueries.class);
    return Inside.as(Scene.holding("SPE"), () -> queries.view(student, on, why, of));
  }

  private static String term(FigureQueries.View view) {
    return view.record().terms().stream()
        .filter(part -> part.year().startsWith(String.valueOf(YEAR)))
        .map(part -> part.earned() + " " + part.gpaPoints() + "/" + part.gpaCredits())
        .findFirst()
        .orElse("none");
  }

  @Test
  @DisplayName(
      "ACH-7 a posting stores what the history comes to, and what is undone stores nothing")
  void storedWithThePosting() throws Exception {
    String student = student(0);
    long key = key(student);
    LocalDate today = Scene.today();
    Marks.together(
        () ->
            Inside.bean(Ledger.class)
                .post(
                    List.of(
                        unchecked(key, "SUMA", 5, Letter.A_MINUS, today),
                        unchecked(key, "SUMB", 5, Letter.F, today))));
    StudyRecord record = view(student, null, null, null).record();
    String stored = Scene.text(STORED, key);
    assertThat(stored)
        .startsWith(record.earned() + " " + record.gpaPoints() + "/" + record.gpaCredits() + " ");
    assertThat(
            Scene.text(
                "SELECT JSON_VALUE(terms, '$.\"2150/2151 AUTUMN\".points') FROM"
                    + " achievement_summary WHERE student_id = ?",
                key))
        .isEqualTo("18.35");
    assertThatThrownBy(
            () ->
                Marks.together(
                    () -> {
                      Inside.bean(Ledger.class)
                          .post(List.of(unchecked(key, "SUMC", 5, Letter.A, today)));
                      throw new IllegalStateException("undone");
                    }))
        .hasMessage("undone");
    assertThat(Scene.text(STORED, key)).isEqualTo(stored);
    assertThat(view(student, null, Figure.DEBTS, null).owed().debts())
        .as("a debt names the entry behind it")
        .filteredOn(debt -> debt.code().equals("SUMB"))
        .singleElement()
        .satisfies(debt -> assertThat(debt.basis().entry()).isNotNull())
        .satisfies(debt -> assertThat(debt.basis().document()).isNotBlank());
  }

  private static Ledger.Posting unchecked(
      long student, String code, int credits, Letter letter, LocalDate on) {
    try {
      return result(student, code, credits, letter, on, null);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName(
      "ACH-8 ACH-9 the figures of a past day, and their explanation, are of what was there then")
  void asOf() throws Exception {
    String student = student(1);
    long key = key(student);
    LocalDate given = LocalDate.of(2024, 12, 20);
    Ledger.Posting past = result(key, "SUMP", 5, Letter.B_PLUS, given, null);
    Ledger.Posting taken =
        new Ledger.Posting(
            key,
            past.discipline(),
            past.result(),
            new LedgerEntry.Source(
                null, null, "№ 12, 2024", null, null, true, "office", past.source().recordedAt()));
    Marks.together(() -> Inside.bean(TakeOver.class).post(List.of(taken), Scene.today()));
    Marks.post(result(key, "SUMQ", 5, Letter.C, Scene.today(), null));

    assertThat(term(view(student, given.minusDays(1), null, null))).isEqualTo("none");
    assertThat(term(view(student, given, null, null))).isEqualTo("5 16.65/5");
    assertThat(term(view(student, LocalDate.of(2025, 1, 1), null, null))).isEqualTo("5 16.65/5");
    assertThat(term(view(student, null, null, null))).isEqualTo("10 26.65/10");

    Explanation then =
        view(student, given, Figure.TERM_GPA, YEAR + "/" + (YEAR + 1) + " AUTUMN").why();
    assertThat(then.lines()).extracting(Explanation.Line::code).containsExactly("SUMP");
    assertThat(then.value()).isEqualByComparingTo(new BigDecimal("3.33"));
    Explanation now =
        view(student, null, Figure.TERM_GPA, YEAR + "/" + (YEAR + 1) + " AUTUMN").why();
    assertThat(now.lines()).extracting(Explanation.Line::code).containsExactly("SUMP", "SUMQ");
    assertThat(now.value()).isEqualByComparingTo(new BigDecimal("2.67"));
    FigureQueries.View standing = view(student, null, Figure.STANDING, null);
    assertThat(standing.why().ruleSets()).containsExactly(standing.ruleSet());
    assertThat(standing.next()).isNotNull();
    assertThat(view(student, null, Figure.YEAR_GPA, "1999/2000").why()).isNull();
    assertThat(view(student, Scene.today().minusDays(1), Figure.HONOURS, null).why().lines())
        .extracting(Explanation.Line::code)
        .doesNotContain("SUMQ");
    FigureQueries.View lost = view(student, null, Figure.HONOURS, null);
    assertThat(lost.honours().outlook().state()).isEqualTo(HonoursOutlook.State.LOST);
    assertThat(lost.why().lines()).extracting(Explanation.Line::code).contains("SUMQ");
  }

  @Test
  @DisplayName("ACH-7 the office recalculates: what was stored otherwise is named and put right")
  void recalculated() throws Exception {
    String student = student(2);
    long key = key(student);
    Marks.post(result(key, "SUMR", 4, Letter.B, Scene.today(), null));
    String right = Scene.text(STORED, key);
    Scene.change(
        "UPDATE achievement_summary SET earned = earned + 3, gpa_points = gpa_points + 1 WHERE"
            + " student_id = ?",
        key);
    long noted = Scene.number(NOTED, String.valueOf(key));

    SummaryDesk.Recalculated done = recalculated(Scene.holding("SEN"));

    assertThat(done.corrected())
        .filteredOn(one -> one.studentNo().equals(student))
        .extracting(one -> one.figure().figure())
        .containsExactly("earned", "gpa");
    assertThat(Scene.text(STORED, key)).isEqualTo(right);
    assertThat(Scene.number(NOTED, String.valueOf(key))).isEqualTo(noted + 1);
    assertThat(recalculated(Scene.holding("DIR")).corrected())
        .filteredOn(one -> one.studentNo().equals(student))
        .isEmpty();
    String teacher = Scene.holding("SPE");
    assertThatThrownBy(() -> recalculated(teacher)).isNotNull();
  }

  private static SummaryDesk.Recalculated recalculated(String login) throws Exception {
    SummaryDesk desk = Inside.bean(SummaryDesk.class);
    return Inside.as(login, () -> desk.recalculate(new WorkProgress()));
  }

  @Test
  @DisplayName("the feed of results tells a late commit late, and passes none over")
  void lateCommit() throws Exception {
    LocalDate today = Scene.today();
    Ledger.Posting late = result(key(student(3)), "SUML", 5, Letter.A, today, null);
    Ledger.Posting early = result(key(student(4)), "SUME", 5, Letter.B, today, null);
    String program = Scene.holding("SUBSYSTEM");
    AtomicLong seen = new AtomicLong(end(program, 0));
    Marks.together(
        () -> {
          Inside.bean(Ledger.class).post(List.of(late));
          // while this one is not committed, another is, and is read
          seen.set(another(program, early, seen.get()));
        });
    assertThat(codes(program, seen.get())).contains("SUML").doesNotContain("SUME");
  }

  /** Beside the transaction that is running, which goes on afterwards. */
  private static long another(String program, Ledger.Posting early, long seen) {
    try {
      TransactionManager transactions = InitialContext.doLookup("java:jboss/TransactionManager");
      Transaction running = transactions.suspend();
      try {
        Marks.post(early);
        assertThat(codes(program, seen)).contains("SUME").doesNotContain("SUML");
        return end(program, seen);
      } finally {
        transactions.resume(running);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> codes(String program, long after) throws Exception {
    ResultFeed feed = Inside.bean(ResultFeed.class);
    return Inside.as(program, () -> feed.changes(after, 200)).stream()
        .map(ResultFeed.Change::code)
        .toList();
  }

  private static long end(String program, long after) throws Exception {
    ResultFeed feed = Inside.bean(ResultFeed.class);
    long place = after;
    List<ResultFeed.Change> page;
    do {
      long from = place;
      page = Inside.as(program, () -> feed.changes(from, 5000));
      place = page.isEmpty() ? place : page.get(page.size() - 1).place();
    } while (!page.isEmpty());
    return place;
  }
}
