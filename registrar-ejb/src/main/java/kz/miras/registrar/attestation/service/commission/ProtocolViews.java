package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.commission.AwardedDegree;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.FinalRecord;
import kz.miras.registrar.attestation.service.commission.ProtocolCases.Case;
import kz.miras.registrar.attestation.service.commission.ProtocolSigner.Foreseen;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.attestation.service.commission.ProtocolView.Act;
import kz.miras.registrar.attestation.service.commission.ProtocolView.Link;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.Student;

/** Makes the views of protocols. */
@ApplicationScoped
class ProtocolViews {

  @Inject private ProtocolStore protocols;
  @Inject private ProtocolCases cases;
  @Inject private ProtocolSigner signer;
  @Inject private FinalRecord record;
  @Inject private Access access;

  ProtocolView of(Case about) {
    Stored protocol = about.protocol();
    boolean signed = protocol.isSigned();
    GradeScale scale = GradeScale.on(about.meeting().heldOn());
    Foreseen foreseen = signed ? null : signer.foresee(about);
    Grade grade = signed ? protocol.text().grade(scale) : foreseen.grade();
    List<Refusal> honours =
        foreseen == null || foreseen.honours() == null ? List.of() : foreseen.honours().refusals();
    List<Refusal> problems = signed ? List.of() : signer.content(about, foreseen).refusals();
    FinalDecision decision = signed ? protocol.decision() : foreseen.decision();
    List<Stored> around =
        protocols.ofMeeting(about.meeting().id()).stream().filter(one -> !one.isSigned()).toList();
    return new ProtocolView(
        protocol.uuid().toString(),
        signed ? about.designation() : null,
        where(about),
        whose(about),
        protocol.text(),
        grade == null ? null : mark(grade, scale),
        decision,
        AwardedDegree.of(decision, about.student().getProgramme()),
        honours,
        problems,
        new ProtocolView.Written(
            protocol.preparedBy(), protocol.preparedAt(), protocol.signedBy(), protocol.signedAt()),
        correction(about),
        acts(about),
        beside(around, protocol, -1),
        beside(around, protocol, 1));
  }

  private static ProtocolView.Where where(Case about) {
    return new ProtocolView.Where(
        about.commission().uuid().toString(),
        about.commission().designation(),
        about.commission().orderNo(),
        about.commission().orderDate(),
        about.meeting().uuid().toString(),
        about.meeting().heldOn(),
        about.meeting().from(),
        about.meeting().to(),
        about.meeting().place(),
        about.meeting().isApproved(),
        CommissionCards.seats(about.members(), about.present()));
  }

  private ProtocolView.Whose whose(Case about) {
    Student student = about.student();
    return new ProtocolView.Whose(
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        student.getGroup() == null ? "" : student.getGroup().getCode(),
        student.getProgramme().getCode(),
        student.getProgramme().getName(),
        student.getProgramme().getLevel(),
        about.discipline().getCode(),
        about.discipline().getName(),
        about.discipline().getCredits(),
        record.standing(student.getId()).gpa());
  }

  static ProtocolView.MarkOf mark(Grade grade, GradeScale scale) {
    return new ProtocolView.MarkOf(
        grade.percent(),
        grade.sign(),
        grade.digital().orElse(null),
        grade.traditional(scale).map(one -> one.key()).orElse(null));
  }

  private ProtocolView.Correction correction(Case about) {
    Stored protocol = about.protocol();
    Optional<Stored> by = protocols.correcting(protocol.id());
    return new ProtocolView.Correction(
        protocol.corrects() == null ? null : link(about, protocols.byId(protocol.corrects())),
        by.map(one -> link(about, one)).orElse(null),
        protocol.reason(),
        protocol.latest());
  }

  private static Link link(Case about, Stored other) {
    return new Link(
        other.uuid().toString(),
        other.isSigned() ? about.commission().designation() + "/" + other.number() : null);
  }

  private Set<Act> acts(Case about) {
    Set<Act> acts = EnumSet.noneOf(Act.class);
    Stored protocol = about.protocol();
    boolean edits = access.may(Permissions.PROTOCOL_EDIT, about.target());
    if (!about.student().getId().equals(access.current().studentId())) {
      acts.add(Act.OPEN_MEETING);
    }
    if (!protocol.isSigned()) {
      if (edits) {
        acts.add(Act.EDIT);
        acts.add(Act.REMOVE);
      }
      if (access.may(Permissions.PROTOCOL_SIGN, about.target())
          && signer.signer(about).isAllowed()) {
        acts.add(Act.SIGN);
      }
    } else if (edits && protocols.correcting(protocol.id()).isEmpty()) {
      acts.add(Act.CORRECT);
    }
    return acts;
  }

  /** The unsigned protocol before or after one, so that a list is worked through. */
  private static String beside(List<Stored> around, Stored protocol, int step) {
    for (int at = 0; at < around.size(); at++) {
      int other = at + step;
      if (around.get(at).id() == protocol.id() && other >= 0 && other < around.size()) {
        return around.get(other).uuid().toString();
      }
    }
    return null;
  }
}
