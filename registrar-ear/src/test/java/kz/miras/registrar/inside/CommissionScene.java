package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.AttestationOrder;
import kz.miras.registrar.attestation.commission.AttestationSeat;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.MeetingPlan;
import kz.miras.registrar.attestation.commission.PresentedPapers;
import kz.miras.registrar.attestation.commission.ProtocolQuestion;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.attestation.service.commission.AttestationOrderDesk;
import kz.miras.registrar.attestation.service.commission.MeetingDesk;
import kz.miras.registrar.attestation.service.commission.MeetingView;
import kz.miras.registrar.attestation.service.commission.ProtocolView;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.LocalizedText;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An attestation commission of today for the programme of a {@link PromotionScene}: five who vote,
 * one of them from outside, and a secretary.
 */
final class CommissionScene {

  final PromotionScene programme;
  final String chair;
  final String secretary = Scene.holding("SPE");
  final String commission;
  private final LocalDate today = Scene.today();

  /** The archive of a test that uses this scene, with what the scene needs. */
  static WebArchive archive(Class<?>... classes) {
    return PromotionScene.archive(classes)
        .addClasses(CommissionScene.class, JournalScene.class, SheetScene.class);
  }

  CommissionScene(int year) throws Exception {
    programme = new PromotionScene(year);
    long teacher = JournalScene.teacher();
    chair = Scene.account("TCH", null, teacher);
    List<AttestationSeat> seats = new ArrayList<>();
    seats.add(new AttestationSeat(CommissionOffice.CHAIR, teacher, null, null, null));
    for (int i = 0; i < 3; i++) {
      seats.add(
          new AttestationSeat(
              CommissionOffice.MEMBER, JournalScene.teacher(), null, null, "professor"));
    }
    seats.add(new AttestationSeat(CommissionOffice.MEMBER, null, null, "Ким В. А.", "a plant"));
    seats.add(
        new AttestationSeat(
            CommissionOffice.SECRETARY,
            null,
            Scene.number("SELECT id FROM account WHERE login = ?", secretary),
            null,
            null));
    AttestationOrderDesk desk = Inside.bean(AttestationOrderDesk.class);
    AttestationOrderDesk.Registered registered =
        Inside.as(Scene.holding("SEN"), () -> desk.register(order(seats)));
    commission = registered.id();
  }

  /** An order of today for the programme. */
  AttestationOrder order(List<AttestationSeat> seats) throws SQLException {
    int year = academicYear();
    return new AttestationOrder(
        "АК-" + Scene.next("attestation_seq"),
        year,
        Set.of(Scene.number("SELECT id FROM programme WHERE code = ?", programme.code)),
        "41-с",
        today.minusDays(20),
        "4",
        today.minusDays(21),
        today.minusDays(1),
        today.plusDays(1),
        seats);
  }

  /** The academic year of today. */
  static int academicYear() throws SQLException {
    LocalDate today = Scene.today();
    return (int)
        Scene.number(
            "SELECT start_year FROM academic_year WHERE ? BETWEEN starts_on AND ends_on", today);
  }

  /** A meeting of today, as it is planned; the dean's order is of so many days before. */
  MeetingPlan plan(LocalTime from, int before) {
    return new MeetingPlan(
        DefenceKind.DEFENCE,
        today,
        from,
        from.plusMinutes(100),
        "A-201",
        "12-р",
        today.minusDays(before));
  }

  /** A meeting of today that has begun. */
  String meeting(LocalTime from) throws Exception {
    MeetingDesk desk = Inside.bean(MeetingDesk.class);
    return Inside.as(secretary, () -> desk.plan(commission, plan(from, 14)));
  }

  /** A student who has passed everything but the final attestation; the key. */
  long graduate() throws Exception {
    long student = programme.student(2, "STUDYING");
    for (int place = 0; place < 3; place++) {
      programme.passes(student, place, Letter.A_MINUS);
    }
    return student;
  }

  /** Everybody of the commission is there. */
  void all(String meeting) throws Exception {
    MeetingDesk desk = Inside.bean(MeetingDesk.class);
    MeetingView view = Inside.as(secretary, () -> desk.view(meeting));
    List<Long> keys = view.seats().stream().map(ProtocolView.Seat::id).toList();
    SheetScene.act(secretary, () -> desk.present(meeting, keys));
  }

  /** A protocol of a defence in which everything is written. */
  static ProtocolText written(ProtocolText begun, Integer percent) {
    return new ProtocolText(
        begun.kind(),
        begun.appearance(),
        LocalizedText.of("Тақырып", "Тема", "Topic"),
        "Ахметов Д. С.",
        "Ли Р. О.",
        new PresentedPapers(64, true, true, 82),
        List.of(new ProtocolQuestion("Ким В. А.", "How is it known?")),
        "complete answers",
        percent,
        1,
        "one member asked for more sources",
        false);
  }
}
