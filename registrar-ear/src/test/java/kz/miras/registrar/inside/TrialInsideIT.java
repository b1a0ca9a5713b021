package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.achievement.service.trial.TrialDesk;
import kz.miras.registrar.achievement.service.trial.TrialFile;
import kz.miras.registrar.achievement.service.trial.TrialQueries;
import kz.miras.registrar.achievement.service.trial.TrialView;
import kz.miras.registrar.achievement.service.trial.TrialView.Asked;
import kz.miras.registrar.achievement.trial.TrialDifference;
import kz.miras.registrar.achievement.trial.TrialWay;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.curriculum.service.RuleDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Proposed rules are tried on results that came from sheets; nothing of any history changes. */
@InsideTest
class TrialInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(TrialInsideIT.class, PromotionScene.class, Marks.class, Soon.class);
  }

  /** The values in force at the end of a year, by the keys people know. */
  private static Map<String, String> values(int year) {
    Map<String, String> values = new HashMap<>();
    Inside.bean(RuleBook.class)
        .inForce(Level.MASTER, LocalDate.of(year + 1, 8, 1))
        .texts()
        .forEach((parameter, text) -> values.put(parameter.key(), text));
    return values;
  }

  /** A sheet of the autumn with these exam scores, closed by the office. */
  private static void sheet(PromotionScene scene, Map<Long, Integer> scores) throws Exception {
    long sheet = Scene.next("attestation_seq");
    String uuid = UUID.randomUUID().toString();
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, rule_set_code, status,"
            + " exam_date, submitted_by, submitted_at) SELECT ?, ?, ?, 'MAIN', ?, ?, code,"
            + " 'SUBMITTED', ?, 'examiner', UTC_TIMESTAMP(6) FROM rule_set WHERE level = 'MASTER' AND"
            + " valid_from = ?",
        sheet,
        uuid,
        "TRI-" + sheet,
        scene.autumn,
        scene.discipline(0),
        (scene.year + 1) + "-01-10",
        scene.year + "-08-01");
    int position = 1;
    for (Map.Entry<Long, Integer> score : scores.entrySet()) {
      Scene.change(
          "INSERT INTO sheet_row (id, sheet_id, student_id, position, p1, p2, score, scored_by) VALUES"
              + " (?, ?, ?, ?, 80, 80, ?, 'examiner')",
          Scene.next("attestation_seq"),
          sheet,
          score.getKey(),
          position++,
          score.getValue());
    }
    SheetPosting posting = Inside.bean(SheetPosting.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> posting.close(uuid))).isEqualTo(scores.size());
  }

  private static TrialView view(String login, String id, Asked asked) throws Exception {
    return Inside.as(login, () -> Inside.bean(TrialQueries.class).view(id, asked, 0, 50));
  }

  private static TrialView tried(String login, Map<String, String> values, String term)
      throws Exception {
    TrialDesk desk = Inside.bean(TrialDesk.class);
    TrialDesk.Begun begun =
        Inside.as(login, () -> desk.prepared(Level.MASTER, values, List.of(term)));
    assertThat(begun.verdict().refusals()).isEmpty();
    Soon.isSo(
        "trial " + begun.id() + " has ended",
        () -> view(login, begun.id(), Asked.ALL).head().isFinished());
    return view(login, begun.id(), Asked.ALL);
  }

  private static String ledger(PromotionScene scene) throws SQLException {
    return Scene.text(
        "SELECT CONCAT(COUNT(*), ' ', MAX(a.id), ' ', (SELECT COALESCE(SUM(h.position), 0) FROM"
            + " achievement_head h JOIN student s ON s.id = h.student_id JOIN programme q ON q.id ="
            + " s.programme_id WHERE q.code = ?)) FROM achievement a JOIN student s ON s.id ="
            + " a.student_id JOIN programme p ON p.id = s.programme_id WHERE p.code = ?",
        scene.code,
        scene.code);
  }

  @Test
  @DisplayName("TRI-1 TRI-4 an exam tried from 60: one pass is lost, who is told of, and no entry")
  void examThresholdIsTried() throws Exception {
    PromotionScene scene = new PromotionScene(2180);
    long falls = scene.student(1, "STUDYING");
    long stays = scene.student(1, "STUDYING");
    long elsewhere = scene.student(1, "STUDYING");
    sheet(scene, Map.of(falls, 55, stays, 90));
    scene.passes(elsewhere, 0, Letter.A);
    for (long student : List.of(falls, stays, elsewhere)) {
      scene.passes(student, 1, Letter.A);
    }
    String director = Scene.holding("DIR");
    String before = ledger(scene);
    String term = "PRO" + scene.year;

    TrialView same = tried(director, values(scene.year), term);
    assertThat(same.changes()).isEmpty();
    assertThat(same.counts().students()).isEqualTo(3);
    assertThat(same.counts().results()).isEqualTo(3);
    assertThat(same.counts().derived()).isEqualTo(2);
    assertThat(same.counts().elsewhere()).isEqualTo(1);
    assertThat(same.counts().isNothing()).isTrue();
    assertThat(same.lines()).isEmpty();

    Map<String, String> sixty = values(scene.year);
    sixty.put(RuleParameter.EXAM_MIN.key(), "60");
    TrialView view = tried(director, sixty, term);
    assertThat(view.changes())
        .extracting(change -> change.line().parameter() + change.shown())
        .containsExactly("EXAM_MINtrue");
    assertThat(view.counts().differing()).isEqualTo(1);
    assertThat(view.counts().lost()).isEqualTo(1);
    assertThat(view.counts().debts()).isEqualTo(1);
    assertThat(view.counts().averages()).isEqualTo(1);
    assertThat(view.counts().promotions()).isEqualTo(1);
    assertThat(view.counts().below()).isEqualTo(1);
    assertThat(view.cuts()).hasSize(1);
    assertThat(view.cuts().get(0).course()).isEqualTo(1);
    TrialView.Line line = view.lines().get(0);
    assertThat(line.number()).isEqualTo(PromotionScene.number(falls));
    assertThat(line.gpa().before()).as("(10·2.33 + 5·4) / 15").isEqualTo("2.89");
    assertThat(line.gpa().after()).as("(10·0.5 + 5·4) / 15").isEqualTo("1.67");
    assertThat(line.debts().after() - line.debts().before()).isEqualTo(1);
    assertThat(line.promotionAfter()).isEqualTo(PromotionOutcome.REPEAT);
    assertThat(line.crossing()).isEqualTo(TrialDifference.Crossing.BELOW);
    assertThat(line.results())
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.way()).isEqualTo(TrialWay.DERIVED);
              assertThat(mark.before()).isEqualTo("70 C+");
              assertThat(mark.after()).endsWith("FX");
              assertThat(mark.by()).containsExactly(RuleParameter.EXAM_MIN);
            });
    assertThat(ledger(scene)).as("no history has moved").isEqualTo(before);

    String id = view.head().id();
    assertThat(view(director, id, new Asked(TrialView.Which.ABOVE, null, null, null)).found())
        .isZero();
    assertThat(view(director, id, new Asked(TrialView.Which.BELOW, scene.code, 1, "Сцен")).found())
        .isEqualTo(1);
    files(director, id);
    kept(id);
    proposed(director, sixty, id);
  }

  private static void files(String login, String id) throws Exception {
    TrialFile file = Inside.bean(TrialFile.class);
    for (Language language : Language.values()) {
      byte[] pdf = Inside.as(login, () -> file.pdf(id, Asked.ALL, language));
      assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }
    assertThat(Inside.as(login, () -> file.xlsx(id, Asked.ALL, Language.KK)))
        .hasSizeGreaterThan(1000);
  }

  /** What was found stays as it was found. */
  private static void kept(String id) {
    for (String attempt :
        List.of(
            "UPDATE rule_trial SET tried_by = 'x' WHERE uuid = ?",
            "DELETE FROM rule_trial_line WHERE trial_id = (SELECT id FROM rule_trial WHERE uuid = ?)",
            "UPDATE rule_trial_count SET below = 0 WHERE trial_id = (SELECT id FROM rule_trial WHERE"
                + " uuid = ?)")) {
      assertThatThrownBy(() -> Scene.change(attempt, id)).hasMessageContaining("append-only");
    }
  }

  /** Whoever approves a proposal of the same values finds the trial; others learn the counts. */
  private static void proposed(String director, Map<String, String> values, String id)
      throws Exception {
    RuleDesk rules = Inside.bean(RuleDesk.class);
    assertThat(
            Inside.as(
                    director,
                    () ->
                        rules.propose(
                            Level.MASTER, LocalDate.of(2240, 9, 1), "minutes of a trial", values))
                .refusals())
        .isEmpty();
    long proposal =
        Scene.number("SELECT MAX(id) FROM rule_proposal WHERE basis = 'minutes of a trial'");
    TrialQueries queries = Inside.bean(TrialQueries.class);
    for (String reader : List.of(Scene.holding("VR"), Scene.holding("SEN"))) {
      assertThat(Inside.as(reader, () -> queries.ofProposal(proposal)))
          .extracting(row -> row.head().id() + " " + row.counts().below())
          .containsExactly(id + " 1");
    }
    assertThat(view(Scene.holding("VR"), id, Asked.ALL).lines()).hasSize(1);
    assertThatThrownBy(() -> view(Scene.holding("SEN"), id, Asked.ALL))
        .as("students are for those who propose or approve")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    Inside.as(director, () -> rules.withdraw(proposal));
  }

  @Test
  @DisplayName("TRI-5 no term of the level, or values no rule set may have, begins no trial")
  void refused() throws Exception {
    String director = Scene.holding("DIR");
    TrialDesk desk = Inside.bean(TrialDesk.class);
    long before = Scene.number("SELECT COUNT(*) FROM rule_trial");
    Map<String, String> wrong = values(2026);
    wrong.put(RuleParameter.WEIGHT_EXAM.key(), "0.9");
    TrialDesk.Begun begun =
        Inside.as(director, () -> desk.prepared(Level.MASTER, wrong, List.of("NO-SUCH-TERM")));
    assertThat(begun.verdict().refusals())
        .extracting(Refusal::rule)
        .containsExactlyInAnyOrder("PAR-3", "TRI-5");
    assertThat(begun.id()).isNull();
    assertThatThrownBy(
            () ->
                Inside.as(
                    Scene.holding("SPE"),
                    () -> desk.prepared(Level.MASTER, values(2026), List.of("NO-SUCH-TERM"))))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    assertThat(Scene.number("SELECT COUNT(*) FROM rule_trial")).isEqualTo(before);
  }
}
