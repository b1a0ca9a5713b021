package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.server.SecurityIdentity;

/** A sheet from the last typed score to the ledger, in the container. */
@InsideTest
class AttestationInsideIT {

  private static final String POSTED = "SELECT COUNT(*) FROM achievement WHERE sheet_id = ?";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AttestationInsideIT.class, Crowd.class);
  }

  /** A submitted sheet of an examination that nobody here has closed yet. */
  private static long submitted() throws SQLException {
    return Scene.number(
        "SELECT MIN(s.id) FROM sheet s JOIN discipline d ON d.id = s.discipline_id WHERE s.status ="
            + " 'SUBMITTED' AND s.kind = 'MAIN' AND d.control_form = 'EXAM' AND (SELECT COUNT(*)"
            + " FROM sheet_row r WHERE r.sheet_id = s.id AND r.score >= 50) >= 3 AND NOT EXISTS"
            + " (SELECT 1 FROM sheet_row r WHERE r.sheet_id = s.id AND r.score IS NULL AND r.mark"
            + " IS NULL AND (r.p1 IS NULL OR r.p2 IS NULL OR r.p1 + r.p2 >= 99))");
  }

  private static String text(String sql, long id) throws SQLException {
    try (Connection connection = Scene.database().getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, id);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static String uuid(long sheet) throws SQLException {
    return text("SELECT uuid FROM sheet WHERE id = ?", sheet);
  }

  private static int close(String login, long sheet) throws Exception {
    String id = uuid(sheet);
    SheetPosting posting = Inside.bean(SheetPosting.class);
    return Inside.as(login, () -> posting.close(id));
  }

  @Test
  @DisplayName(
      "SHT-3 closing posts every row, with the percentage the rules give, and ends enrolments")
  void closingPostsEveryRow() throws Exception {
    long sheet = submitted();
    long rows = Scene.number("SELECT COUNT(*) FROM sheet_row WHERE sheet_id = ?", sheet);

    assertThat(close(Scene.holding("SPE"), sheet)).isEqualTo((int) rows);

    assertThat(text("SELECT status FROM sheet WHERE id = ?", sheet)).isEqualTo("CLOSED");
    assertThat(Scene.number(POSTED, sheet)).isEqualTo(rows);
    // 60 % of the rating, 40 % of the exam, rounded half up: by hand and in SQL, not by the product
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN achievement a ON a.sheet_id = r.sheet_id AND"
                    + " a.student_id = r.student_id WHERE r.sheet_id = ? AND r.score >= 50 AND"
                    + " a.percent <> ROUND(0.6 * ROUND((r.p1 + r.p2) / 2) + 0.4 * r.score)",
                sheet))
        .as("scored rows with another percentage")
        .isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM sheet_row r JOIN enrolment e ON e.id = r.enrolment_id WHERE"
                    + " r.sheet_id = ? AND e.status NOT IN ('COMPLETED', 'WITHDRAWN')",
                sheet))
        .isZero();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM achievement a JOIN achievement_head h ON h.student_id ="
                    + " a.student_id WHERE a.sheet_id = ? AND h.position >= a.position",
                sheet))
        .as("heads of chains that moved on")
        .isEqualTo(rows);
  }

  @Test
  @DisplayName("CTL-15 six who close the same sheet at once post it once")
  void aSheetIsPostedOnce() throws Exception {
    long sheet = submitted();
    long rows = Scene.number("SELECT COUNT(*) FROM sheet_row WHERE sheet_id = ?", sheet);
    String id = uuid(sheet);
    SheetPosting posting = Inside.bean(SheetPosting.class);
    Callable<Boolean> closing =
        () -> {
          try {
            return posting.close(id) > 0;
          } catch (RegistrarException | jakarta.ejb.EJBException e) {
            return false;
          }
        };
    List<Callable<Boolean>> work = new ArrayList<>(java.util.Collections.nCopies(6, closing));

    List<Boolean> closed = Crowd.atOnce(Inside.signedIn(Scene.holding("SPE")), work);

    assertThat(closed.stream().filter(done -> done)).hasSize(1);
    assertThat(Scene.number(POSTED, sheet)).isEqualTo(rows);
  }

  @Test
  @DisplayName("CTL-15 a closed sheet takes no mark and is not closed again")
  void aClosedSheetStaysClosed() throws Exception {
    long sheet = submitted();
    String closer = Scene.holding("SPE");
    close(closer, sheet);
    String id = uuid(sheet);
    long row = Scene.number("SELECT MIN(id) FROM sheet_row WHERE sheet_id = ?", sheet);
    long teacher = Scene.number("SELECT teacher_id FROM sheet WHERE id = ?", sheet);
    String author = Scene.account("TCH", null, teacher);
    SheetDesk desk = Inside.bean(SheetDesk.class);

    assertThatThrownBy(() -> close(closer, sheet)).isInstanceOf(RegistrarException.Refused.class);
    assertThatThrownBy(
            () ->
                Inside.as(
                    author, () -> desk.type(id, List.of(new TypedCell(row, "score", "99", 0, "")))))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(Scene.number("SELECT COALESCE(score, -1) FROM sheet_row WHERE id = ?", row))
        .isNotEqualTo(99);
  }

  @Test
  @DisplayName("CTL-15 typing that meets a submission waits for it and is refused")
  void typingDoesNotCrossSubmission() throws Exception {
    long sheet =
        Scene.number(
            "SELECT MIN(s.id) FROM sheet s JOIN discipline d ON d.id = s.discipline_id WHERE"
                + " s.status = 'OPEN' AND s.kind = 'MAIN' AND d.control_form = 'EXAM' AND"
                + " s.teacher_id NOT IN (SELECT teacher_id FROM account WHERE login = 'teacher')");
    String id = uuid(sheet);
    long row = Scene.number("SELECT MIN(id) FROM sheet_row WHERE sheet_id = ?", sheet);
    long before = Scene.number("SELECT version FROM sheet_row WHERE id = ?", row);
    long teacher = Scene.number("SELECT teacher_id FROM sheet WHERE id = ?", sheet);
    SecurityIdentity author = Inside.signedIn(Scene.account("TCH", null, teacher));
    SheetDesk desk = Inside.bean(SheetDesk.class);
    List<TypedCell> cells = List.of(new TypedCell(row, "first", "99", (int) before, null));
    ExecutorService typist = Executors.newSingleThreadExecutor();
    try (Connection submission = Scene.database().getConnection()) {
      submission.setAutoCommit(false);
      try (PreparedStatement update =
          submission.prepareStatement(
              "UPDATE sheet SET status = 'SUBMITTED', submitted_by = 'examiner', submitted_at ="
                  + " UTC_TIMESTAMP(6), version = version + 1 WHERE id = ?")) {
        update.setLong(1, sheet);
        update.executeUpdate();
      }
      Callable<Object> act = () -> desk.type(id, cells);
      Future<Object> typing = typist.submit(() -> author.runAs(act));
      assertThatThrownBy(() -> typing.get(2, TimeUnit.SECONDS))
          .as("it waits for who submits")
          .isInstanceOf(TimeoutException.class);
      submission.commit();
      assertThatThrownBy(typing::get).hasCauseInstanceOf(RegistrarException.Refused.class);
    } finally {
      typist.shutdownNow();
    }
    assertThat(Scene.number("SELECT version FROM sheet_row WHERE id = ?", row)).isEqualTo(before);
  }

  @Test
  @DisplayName("SOD-6 who teaches a sheet does not close it, also with the office's role")
  void whoTeachesDoesNotClose() throws Exception {
    long sheet = submitted();
    long teacher = Scene.number("SELECT teacher_id FROM sheet WHERE id = ?", sheet);
    String both = Scene.account("SPE", null, teacher);

    assertThatThrownBy(() -> close(both, sheet)).isInstanceOf(RegistrarException.Refused.class);
    assertThat(text("SELECT status FROM sheet WHERE id = ?", sheet)).isEqualTo("SUBMITTED");
    assertThat(Scene.number(POSTED, sheet)).isZero();
  }

  @Test
  @DisplayName("a teacher of another sheet does not learn of this one")
  void anothersSheetIsUnknown() throws Exception {
    long sheet = submitted();
    String id = uuid(sheet);
    long stranger =
        Scene.number(
            "SELECT MIN(t.id) FROM teacher t, sheet s WHERE s.id = ? AND t.id <> s.teacher_id AND"
                + " t.id <> s.examiner_id",
            sheet);
    String login = Scene.account("TCH", null, stranger);
    SheetDesk desk = Inside.bean(SheetDesk.class);

    assertThatThrownBy(
            () ->
                Inside.as(
                    login,
                    () -> {
                      desk.submit(id);
                      return null;
                    }))
        .isInstanceOf(RegistrarException.NotFound.class);
  }
}
