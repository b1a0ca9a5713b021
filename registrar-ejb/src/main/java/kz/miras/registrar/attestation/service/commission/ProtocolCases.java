package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.CommissionQuorum;
import kz.miras.registrar.attestation.commission.FinalAdmission;
import kz.miras.registrar.attestation.commission.FinalRecord;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Member;
import kz.miras.registrar.attestation.service.commission.MeetingStore.Meeting;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.plan.DegreeAudit;
import kz.miras.registrar.registration.plan.DegreeVolume;
import kz.miras.registrar.registration.service.DegreeReader;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** Brings together what a protocol of an attestation commission is about. */
@ApplicationScoped
class ProtocolCases {

  @Inject private CommissionStore commissions;
  @Inject private MeetingStore meetings;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Catalogue catalogue;
  @Inject private DegreeReader degrees;
  @Inject private FinalRecord record;
  @Inject private RuleBook rules;
  @Inject private Access access;

  /**
   * A protocol with all around it.
   *
   * @param rules of the student's level on the day of the meeting
   */
  record Case(
      Stored protocol,
      Meeting meeting,
      Commission commission,
      List<Member> members,
      Set<Long> present,
      Student student,
      Discipline discipline,
      RuleSet rules,
      Target target) {

    CommissionQuorum quorum() {
      return ProtocolCases.quorum(members, present);
    }

    /** What it is called: the commission and its number there. */
    String designation() {
      return commission.designation() + "/" + protocol.number();
    }
  }

  /** A meeting with its commission: what all its protocols have in common. */
  record Around(Meeting meeting, Commission commission, List<Member> members, Set<Long> present) {}

  Around around(Meeting meeting) {
    return new Around(
        meeting,
        commissions.byId(meeting.commission()),
        commissions.members(meeting.commission()),
        meetings.present(meeting.id()));
  }

  Case of(Stored protocol) {
    return of(protocol, around(meetings.byId(protocol.meeting())));
  }

  /** The same of a meeting that is known. */
  Case of(Stored protocol, Around around) {
    Student student = students.byId(protocol.student()).orElseThrow();
    return new Case(
        protocol,
        around.meeting(),
        around.commission(),
        around.members(),
        around.present(),
        student,
        catalogue.discipline(protocol.discipline()).orElseThrow(),
        rules.inForce(student.getProgramme().getLevel(), around.meeting().heldOn()),
        scope.target(student).before(around.commission().id()));
  }

  /** AK-5. Who of a commission is there. */
  static CommissionQuorum quorum(List<Member> members, Set<Long> present) {
    int voters = 0;
    int there = 0;
    boolean chair = false;
    boolean secretary = false;
    for (Member one : members) {
      boolean is = present.contains(one.id());
      voters += one.office().votes() ? 1 : 0;
      there += one.office().votes() && is ? 1 : 0;
      chair |= is && one.office() == CommissionOffice.CHAIR;
      secretary |= is && one.office() == CommissionOffice.SECRETARY;
    }
    return new CommissionQuorum(voters, there, chair, secretary);
  }

  /** The office the caller holds in a commission; null for none. */
  CommissionOffice office(List<Member> members) {
    Actor me = access.current();
    return members.stream()
        .filter(one -> one.is(me.accountId(), me.teacherId()))
        .map(Member::office)
        .findFirst()
        .orElse(null);
  }

  /** The parts of the final attestation of a student, in order of the curriculum. */
  List<Discipline> attestations(Student student) {
    return catalogue.items(student.getCurriculum().getId()).stream()
        .filter(item -> item.getCycle() == Cycle.FINAL_ATTESTATION)
        .map(CurriculumItem::getDiscipline)
        .toList();
  }

  /** Those of them no result that stands has passed. */
  List<Discipline> open(Student student) {
    List<FinalRecord.Attested> before = record.attested(student.getId());
    return attestations(student).stream()
        .filter(
            part ->
                before.stream()
                    .noneMatch(one -> one.discipline() == part.getId() && one.grade().passes()))
        .toList();
  }

  /** AK-6. What admits a student to a commission, as of today. */
  FinalAdmission admission(Student student, Set<Long> programmes) {
    DegreeAudit audit = degrees.passed(student);
    DegreeVolume total = audit.total();
    DegreeVolume attestation = audit.volume(Cycle.FINAL_ATTESTATION);
    return new FinalAdmission(
        student.getStudentNo(),
        student.getStatus().mayStudy(),
        programmes.contains(student.getProgramme().getId()),
        total.required() - total.done() - attestation.required() + attestation.done(),
        record.standing(student.getId()).debts(),
        attestations(student).size());
  }
}
