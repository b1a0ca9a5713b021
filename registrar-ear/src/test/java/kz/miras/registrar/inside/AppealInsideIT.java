package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.appeal.AppealHearing;
import kz.miras.registrar.attestation.appeal.AppealHearing.Vote;
import kz.miras.registrar.attestation.appeal.AppealProposal;
import kz.miras.registrar.attestation.service.appeal.AppealDesk;
import kz.miras.registrar.attestation.service.appeal.AppealFile;
import kz.miras.registrar.attestation.service.appeal.AppealQueries;
import kz.miras.registrar.attestation.service.appeal.AppealView;
import kz.miras.registrar.attestation.service.appeal.HearingDesk;
import kz.miras.registrar.office.service.ListQueries;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.ListQuery;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Appeals from filing to the history, in the container. */
@InsideTest
class AppealInsideIT {

  private static final int FIRST = 127;
  private static final String STATUS = "SELECT status FROM appeal WHERE uuid = ?";
  private static final String ENTRIES =
      "SELECT GROUP_CONCAT(CONCAT(COALESCE(a.letter, a.mark), '/', COALESCE(a.score, ''), '/',"
          + " a.corrects_id IS NOT NULL, '/', a.kind) ORDER BY a.position) FROM achievement a WHERE"
          + " a.student_id = ? AND a.sheet_id = (SELECT id FROM sheet WHERE uuid = ?)";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(AppealInsideIT.class, AppealScene.class, SheetScene.class);
  }

  private static AppealHearing raise(Map<Long, Vote> votes, long presiding, int score) {
    return new AppealHearing(
        votes,
        presiding,
        true,
        "question 3 was answered",
        new AppealProposal(AppealProposal.Kind.CHANGE, score, 60));
  }

  /** Votes for, of members at these places. */
  private static Map<Long, Vote> inFavour(AppealScene scene, int... places) {
    Map<Long, Vote> votes = new HashMap<>();
    for (int place : places) {
      votes.put(scene.members().get(place), Vote.FOR);
    }
    return votes;
  }

  private static long told(long student, String code) throws SQLException {
    return Scene.number(
        "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code = ?", student, code);
  }

  @Test
  @DisplayName(
      "APL-1 APL-7 an appeal raises a failed mark: the history names the protocol, the sheet is"
          + " amended, nobody waits for a retake, and everybody is told")
  void raised() throws Exception {
    AppealScene scene = AppealScene.posted(FIRST, 49, 80);
    SheetScene sheet = scene.sheet();
    AppealDesk desk = Inside.bean(AppealDesk.class);
    String student = scene.student(0);
    assertThat(SheetScene.refused(student, () -> desk.file(sheet.sheet(), "question 3")))
        .containsExactly("attestation.appeal.not-published");
    scene.publish();
    long retake = retake(sheet);
    assertThat(SheetScene.refused(student, () -> desk.file(sheet.sheet(), " ")))
        .containsExactly("attestation.appeal.reason");
    String appeal = scene.file(0);
    assertThat(SheetScene.refused(student, () -> desk.file(sheet.sheet(), "again")))
        .containsExactly("attestation.appeal.twice");
    scene.name();
    String office = Scene.holding("SPE");
    SheetScene.act(office, () -> desk.accept(appeal, scene.commission()));
    assertThat(told(sheet.student(0), "attestation.appeal.notice.accepted")).isOne();
    LocalDateTime hour = sheet.now().plusMinutes(30);
    SheetScene.act(
        scene.secretary(),
        () ->
            desk.schedule(
                appeal, scene.commission(), hour.toLocalDate(), hour.toLocalTime(), "room 101"));
    assertThat(told(sheet.student(0), "attestation.appeal.notice.hearing")).isOne();
    HearingDesk hearing = Inside.bean(HearingDesk.class);
    Map<Long, Vote> votes = inFavour(scene, 0, 1, 2, 3);
    long chair = scene.members().get(0);
    assertThat(
            SheetScene.refused(
                scene.secretary(), () -> hearing.decide(appeal, raise(votes, chair, 55))))
        .containsExactly("attestation.appeal.hearing-not-yet");
    AppealScene.come(appeal);
    assertThat(
            SheetScene.refused(
                scene.secretary(),
                () -> hearing.decide(appeal, raise(inFavour(scene, 0, 1, 2, 4), chair, 48))))
        .containsExactlyInAnyOrder(
            "access.duty.examiner-votes", "attestation.appeal.quorum", "attestation.appeal.lower");
    String protocol =
        Inside.as(scene.secretary(), () -> hearing.decide(appeal, raise(votes, chair, 55)));
    assertThat(protocol).startsWith("AC-").endsWith("/1");
    assertThat(Scene.text(ENTRIES, sheet.student(0), sheet.sheet()))
        .as("a decision alone changes nothing")
        .isEqualTo("FX/49/0/MAIN");

    assertThatThrownBy(() -> SheetScene.act(scene.secretary(), () -> desk.apply(appeal)))
        .as("who is only a specialist enters nothing")
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    String director = Scene.holding("DIR");
    SheetScene.act(director, () -> desk.apply(appeal));
    assertThat(Scene.text(ENTRIES, sheet.student(0), sheet.sheet()))
        .isEqualTo("FX/49/0/MAIN,D+/55/1/MAIN");
    assertThat(
            Scene.text(
                "SELECT source_document FROM achievement WHERE student_id = ? ORDER BY position"
                    + " DESC LIMIT 1",
                sheet.student(0)))
        .isEqualTo("№ " + protocol + ", " + Scene.today());
    assertThat(Scene.text("SELECT status FROM sheet WHERE uuid = ?", sheet.sheet()))
        .isEqualTo("AMENDED");
    assertThat(Scene.number("SELECT COUNT(*) FROM sheet_row WHERE sheet_id = ?", retake))
        .as("ACH-5 there is nothing to sit for")
        .isZero();
    assertThat(told(sheet.student(0), "attestation.appeal.notice.decided")).isOne();
    assertThat(told(sheet.student(0), "attestation.appeal.notice.applied")).isOne();
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code ="
                    + " 'attestation.appeal.notice.changed' AND link LIKE ?",
                sheet.teacherKey(),
                "%" + appeal))
        .isOne();
    assertThat(SheetScene.refused(director, () -> desk.apply(appeal)))
        .containsExactly("attestation.appeal.nothing");
    assertThatThrownBy(() -> Scene.change("UPDATE appeal_protocol SET new_score = 90"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("append-only");
    seen(scene, appeal, protocol);
  }

  /** The first student of a sheet waits in an open sheet of its retake; the key of that sheet. */
  private static long retake(SheetScene sheet) throws SQLException {
    long key = Scene.next("attestation_seq");
    Scene.change(
        "INSERT INTO sheet (id, uuid, number, kind, term_id, discipline_id, section_id,"
            + " continues_id, rule_set_code, teacher_id, examiner_id, status) SELECT ?, UUID(), ?,"
            + " 'FX', term_id, discipline_id, section_id, id, rule_set_code, teacher_id,"
            + " examiner_id, 'OPEN' FROM sheet WHERE uuid = ?",
        key,
        "FX-" + key,
        sheet.sheet());
    Scene.change(
        "INSERT INTO sheet_row (id, sheet_id, student_id, position, carried_rating) VALUES (?, ?, ?,"
            + " 1, 60)",
        Scene.next("attestation_seq"),
        key,
        sheet.student(0));
    return key;
  }

  private static void seen(AppealScene scene, String appeal, String protocol) throws Exception {
    AppealQueries queries = Inside.bean(AppealQueries.class);
    AppealView own = Inside.as(scene.student(0), () -> queries.view(appeal));
    assertThat(own.protocol().inFavour()).isEqualTo(4);
    assertThat(own.commission().seats()).as("who voted how").allMatch(one -> one.vote() == null);
    assertThat(own.may()).isEmpty();
    assertThatThrownBy(() -> Inside.as(scene.student(1), () -> queries.view(appeal)))
        .as("another student")
        .isInstanceOf(RegistrarException.NotFound.class);
    AppealView examiner = Inside.as(scene.sheet().teacher(), () -> queries.view(appeal));
    assertThat(examiner.commission().seats()).filteredOn(AppealView.Seat::excluded).hasSize(1);
    AppealFile file = Inside.bean(AppealFile.class);
    for (Language language : Language.values()) {
      byte[] paper = Inside.as(scene.secretary(), () -> file.protocol(appeal, language));
      byte[] sheet = Inside.as(scene.secretary(), () -> file.sheet(appeal, language));
      assertThat(new String(paper, 0, 4, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF");
      assertThat(sheet.length).as(protocol).isPositive();
    }
  }

  @Test
  @DisplayName(
      "APL-9 APL-5 an appeal is refused with a reason and filed anew; what is kept changes nothing")
  void kept() throws Exception {
    AppealScene scene = AppealScene.posted(FIRST + 2, 80);
    scene.publish();
    scene.name();
    AppealDesk desk = Inside.bean(AppealDesk.class);
    String office = Scene.holding("SPE");
    String first = scene.file(0);
    assertThat(SheetScene.refused(office, () -> desk.reject(first, "")))
        .containsExactly("attestation.appeal.refusal-reason");
    SheetScene.act(office, () -> desk.reject(first, "the application is not about the exam"));
    assertThat(told(scene.sheet().student(0), "attestation.appeal.notice.rejected")).isOne();
    String appeal = scene.file(0);
    ofTheOffice(scene, appeal);
    scene.hear(appeal);
    assertThat(waits(scene.secretary(), "to-hear", appeal)).isTrue();
    assertThat(waits(Scene.holding("APC"), "to-hear", appeal))
        .as("a commission without this appeal")
        .isFalse();
    AppealHearing keep =
        new AppealHearing(
            inFavour(scene, 0, 1, 2, 3),
            scene.members().get(0),
            false,
            "every answer was marked",
            AppealProposal.keep());
    HearingDesk hearing = Inside.bean(HearingDesk.class);
    SheetScene.act(scene.secretary(), () -> hearing.decide(appeal, keep));
    assertThat(Scene.text(STATUS, appeal)).isEqualTo("DECIDED");
    assertThat(SheetScene.refused(Scene.holding("DIR"), () -> desk.apply(appeal)))
        .containsExactly("attestation.appeal.nothing");
    assertThat(Scene.text(ENTRIES, scene.sheet().student(0), scene.sheet().sheet()))
        .isEqualTo("C/80/0/MAIN");
    assertThat(waits(scene.secretary(), "to-hear", appeal)).isFalse();
    assertThat(
            SheetScene.refused(
                scene.student(0), () -> desk.file(scene.sheet().sheet(), "once more")))
        .as("APL-8")
        .containsExactly("attestation.appeal.twice");
  }

  /** The applicant also works in the office: the appeal stays somebody else's. */
  private static void ofTheOffice(AppealScene scene, String appeal) throws Exception {
    String applicant = scene.student(0);
    long grant = Scene.next("account_seq");
    Scene.change(
        "INSERT INTO role_grant (id, account_id, role, valid_from, basis) SELECT ?, id, 'SPE',"
            + " '2020-01-01', 'order 1' FROM account WHERE login = ?",
        grant,
        applicant);
    try {
      AppealDesk desk = Inside.bean(AppealDesk.class);
      AppealQueries queries = Inside.bean(AppealQueries.class);
      AppealView own = Inside.as(applicant, () -> queries.view(appeal));
      assertThat(own.may()).isEmpty();
      assertThat(own.about().sheet()).isNull();
      assertThat(SheetScene.refused(applicant, () -> desk.accept(appeal, scene.commission())))
          .containsExactly("attestation.appeal.own-step");
      assertThat(SheetScene.refused(applicant, () -> desk.reject(appeal, "my own")))
          .containsExactly("attestation.appeal.own-step");
    } finally {
      Scene.change("DELETE FROM role_grant WHERE id = ?", grant);
    }
  }

  private static boolean waits(String login, String due, String appeal) throws Exception {
    String number = Scene.text("SELECT number FROM appeal WHERE uuid = ?", appeal);
    ListQuery query =
        new ListQuery(0, 1, null, true, Map.of(ListQuery.ONLY, due, "number", number), null);
    ListQueries lists = Inside.bean(ListQueries.class);
    return List.of(1L).contains(Inside.as(login, () -> lists.page("appeals", query)).total());
  }

  @Test
  @DisplayName(
      "APL-1 the page of appeals lists what was published as many days ago as the rules say, over"
          + " or not")
  void listed() throws Exception {
    SheetScene listed = SheetScene.closed(FIRST, 70, 80);
    SheetScene gone = SheetScene.closed(FIRST, 70, 80);
    publishedAgo(listed, 59);
    publishedAgo(gone, 61);
    AppealQueries queries = Inside.bean(AppealQueries.class);
    List<AppealQueries.Opening> openings =
        Inside.as(Scene.account("STU", listed.student(0), null), queries::openings);
    assertThat(openings)
        .filteredOn(one -> one.sheet().equals(listed.sheet()))
        .singleElement()
        .satisfies(one -> assertThat(one.problems()).as("its term is over").isNotEmpty());
    assertThat(openings).noneMatch(one -> one.sheet().equals(gone.sheet()));
  }

  private static void publishedAgo(SheetScene scene, int days) throws SQLException {
    Scene.change(
        "INSERT INTO sheet_publication (sheet_id, part, published_at, published_by) SELECT id,"
            + " 'RESULT', UTC_TIMESTAMP(6) - INTERVAL ? DAY, 'office' FROM sheet WHERE uuid = ?",
        days,
        scene.sheet());
  }
}
