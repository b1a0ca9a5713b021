package kz.miras.registrar.attestation.service.commission;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.commission.AwardedDegree;
import kz.miras.registrar.attestation.commission.CommissionQuorum;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.FinalAttempts;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.FinalRecord;
import kz.miras.registrar.attestation.service.commission.CommissionStore.Commission;
import kz.miras.registrar.attestation.service.commission.MeetingStore.Meeting;
import kz.miras.registrar.attestation.service.commission.ProtocolCases.Around;
import kz.miras.registrar.attestation.service.commission.ProtocolCases.Case;
import kz.miras.registrar.attestation.service.commission.ProtocolSigner.Foreseen;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Makes the views of meetings, and brings students before them. */
@ApplicationScoped
class MeetingViews {

  @Inject private CommissionStore commissions;
  @Inject private CommissionCards cards;
  @Inject private ProtocolStore protocols;
  @Inject private ProtocolCases cases;
  @Inject private ProtocolSigner signer;
  @Inject private FinalRecord record;
  @Inject private ScheduleNews news;
  @Inject private Students students;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private UniversityTime time;

  MeetingView of(Meeting meeting) {
    Around around = cases.around(meeting);
    Commission commission = around.commission();
    CommissionQuorum quorum = ProtocolCases.quorum(around.members(), around.present());
    RuleSet set =
        rules.inForce(cards.programmes(commission.id()).get(0).getLevel(), meeting.heldOn());
    Target target = Target.nobodys().before(commission.id());
    return new MeetingView(
        meeting.uuid().toString(),
        commission.uuid().toString(),
        commission.designation(),
        meeting.kind(),
        meeting.heldOn(),
        meeting.from(),
        meeting.to(),
        meeting.place(),
        meeting.isApproved(),
        meeting.admissionNo(),
        meeting.admissionOn(),
        CommissionCards.seats(around.members(), around.present()),
        quorum.needed(set),
        quorum.judge(set).refusals(),
        protocols.ofMeeting(meeting.id()).stream()
            .map(one -> cases.of(one, around))
            .filter(about -> access.may(Permissions.PROTOCOL_READ, about.target()))
            .map(this::row)
            .toList(),
        access.may(Permissions.PROTOCOL_EDIT, target),
        access.may(Permissions.PROTOCOL_EDIT, target)
            || access.may(Permissions.FINAL_ADMISSION_PREPARE),
        access.may(Permissions.PROTOCOL_SIGN, target));
  }

  private MeetingView.Row row(Case about) {
    Stored one = about.protocol();
    Foreseen foreseen = one.isSigned() ? null : signer.foresee(about);
    String sign =
        one.isSigned() ? one.sign() : foreseen.grade() == null ? null : foreseen.grade().sign();
    FinalDecision decision = one.isSigned() ? one.decision() : foreseen.decision();
    return new MeetingView.Row(
        one.uuid().toString(),
        one.place(),
        one.isSigned() ? about.designation() : null,
        about.student().getStudentNo(),
        about.student().fullName(),
        about.student().getGroup() == null ? "" : about.student().getGroup().getCode(),
        about.discipline().getCode(),
        about.discipline().getName(),
        one.text().appearance(),
        one.text().percent(),
        one.text().against(),
        sign,
        decision,
        AwardedDegree.of(decision, about.student().getProgramme()),
        one.isSigned() ? 0 : signer.content(about, foreseen).refusals().size(),
        one.isSigned(),
        one.latest(),
        one.corrects() != null);
  }

  /**
   * AK-6, AK-9. Begins the protocols of students, all or none of them; AK-4: where the schedule is
   * approved already, they are told of it as those before them were.
   */
  int admit(Meeting meeting, List<String> numbers) {
    Commission commission = commissions.byId(meeting.commission());
    Set<Long> programmes = commissions.programmes(commission.id());
    List<Stored> before = protocols.ofMeeting(meeting.id());
    Verdict verdict = Verdict.allowed();
    record Coming(Student student, Discipline part) {}
    List<Coming> coming = new ArrayList<>();
    for (String number : numbers.stream().map(String::strip).distinct().toList()) {
      Student student = students.byNumber(number).orElse(null);
      if (student == null) {
        verdict = verdict.and(refused("attestation.ak.unknown-student", number));
        continue;
      }
      verdict = verdict.and(cases.admission(student, programmes).judge());
      Discipline part = part(student, meeting.kind());
      if (part != null) {
        verdict =
            verdict.and(
                FinalAttempts.judge(
                    record.attested(student.getId()),
                    part.getId(),
                    commission.year(),
                    student.getStudentNo()));
        if (before.stream().anyMatch(one -> one.student() == student.getId())) {
          verdict = verdict.and(refused("attestation.ak.here-already", number));
        }
        coming.add(new Coming(student, part));
      }
    }
    if (numbers.isEmpty()) {
      verdict = refused("attestation.ak.nobody");
    }
    refuse(verdict);
    int place = before.stream().mapToInt(Stored::place).max().orElse(0);
    for (Coming one : coming) {
      UUID begun =
          protocols.add(
              meeting,
              one.student().getId(),
              one.part().getId(),
              ++place,
              access.current().login(),
              time.now());
      if (meeting.isApproved()) {
        news.tell(commission, meeting, protocols.require(begun.toString()));
      }
    }
    return coming.size();
  }

  /**
   * The part of the final attestation that is taken: of several that are open an exam is the first
   * of the curriculum and a defence the last; null where the curriculum has none.
   */
  private Discipline part(Student student, DefenceKind kind) {
    List<Discipline> open = cases.open(student);
    List<Discipline> parts = open.isEmpty() ? cases.attestations(student) : open;
    if (parts.isEmpty()) {
      return null;
    }
    return kind == DefenceKind.COMPLEX_EXAM ? parts.get(0) : parts.get(parts.size() - 1);
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "AK-6", args).at("students"));
  }
}
