package kz.miras.registrar.attestation.service.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.FinalAttempts;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.FinalRecord;
import kz.miras.registrar.attestation.commission.ProtocolSigning;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.attestation.service.commission.ProtocolCases.Case;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** AK-15. Signs protocols: what a signature needs, and what it records. */
@ApplicationScoped
class ProtocolSigner {

  @Inject private CommissionStore commissions;
  @Inject private ProtocolStore protocols;
  @Inject private ProtocolCases cases;
  @Inject private FinalRecord record;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext reasons;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * What would be decided by what is written.
   *
   * @param grade null where there is none
   * @param decision null while a grade is missing
   * @param honours what HON-1 says; null where nobody is awarded a degree
   */
  record Foreseen(Grade grade, FinalDecision decision, Verdict honours) {}

  Foreseen foresee(Case about) {
    ProtocolText text = about.protocol().text();
    Grade grade = text.grade(GradeScale.on(about.meeting().heldOn()));
    if (text.appearance() == Appearance.PRESENT && grade == null) {
      return new Foreseen(null, null, null);
    }
    long discipline = about.discipline().getId();
    int ahead =
        (int) cases.open(about.student()).stream().filter(one -> one.getId() != discipline).count();
    FinalDecision decision = FinalDecision.of(text.appearance(), grade, ahead, text.honours());
    Verdict honours =
        decision.isAward()
            ? record.honours(
                about.student().getId(),
                discipline,
                grade,
                about.meeting().heldOn(),
                recorded(about.protocol()))
            : null;
    return new Foreseen(grade, decision, honours);
  }

  /** What a protocol corrects in the history; null for nothing. */
  private Long recorded(Stored protocol) {
    return protocol.corrects() == null ? null : protocols.byId(protocol.corrects()).position();
  }

  /** Everything against the content of a protocol, whoever may sign it. */
  Verdict content(Case about, Foreseen foreseen) {
    Stored protocol = about.protocol();
    ProtocolText text = protocol.text();
    Long corrected = recorded(protocol);
    Verdict verdict =
        text.whole()
            .and(about.quorum().judge(about.rules()))
            .and(about.quorum().carries(text.against()))
            .and(ProtocolSigning.keepsGrade(corrected != null, text.appearance()));
    if (protocol.corrects() == null) {
      verdict =
          verdict
              .and(
                  cases
                      .admission(about.student(), commissions.programmes(about.commission().id()))
                      .judge())
              .and(
                  FinalAttempts.judge(
                      record.attested(about.student().getId()),
                      about.discipline().getId(),
                      about.commission().year(),
                      about.student().getStudentNo()));
    }
    return foreseen.decision() == null
        ? verdict
        : verdict.and(
            ProtocolSigning.honours(
                foreseen.decision(),
                text.honours(),
                foreseen.honours() == null ? Verdict.allowed() : foreseen.honours()));
  }

  /** Whether the caller may sign, whatever the protocol says. */
  Verdict signer(Case about) {
    return ProtocolSigning.judge(
        cases.office(about.members()),
        access.current().login(),
        about.protocol().preparedBy(),
        about.meeting().begins(time.zone()),
        time.now());
  }

  /**
   * Signs a protocol where nothing speaks against it: numbers it, decides, and records the result.
   *
   * @param protocol locked, and not signed
   */
  Verdict sign(Stored protocol) {
    Case about = cases.of(protocol);
    Foreseen foreseen = foresee(about);
    Verdict verdict = content(about, foreseen).and(signer(about));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    String by = access.current().login();
    int number = commissions.nextProtocol(about.commission().id());
    String designation = about.commission().designation() + "/" + number;
    if (protocol.reason() != null) {
      reasons.because(protocol.reason());
    }
    Grade grade = foreseen.grade();
    Long position =
        grade == null
            ? null
            : record.record(
                new FinalRecord.Recorded(
                    protocol.student(),
                    protocol.discipline(),
                    grade,
                    about.meeting().heldOn(),
                    recorded(protocol),
                    designation,
                    protocol.reason()));
    protocols.sign(
        protocol,
        by,
        time.now(),
        number,
        grade == null ? null : grade.sign(),
        foreseen.decision(),
        position);
    audit.record("protocol.sign", "AttestationProtocol", protocol.uuid(), null, designation);
    Serializable[] told = {
      designation,
      about.discipline().getCode(),
      grade == null ? "—" : grade.sign(),
      foreseen.decision()
    };
    notices.tellStudent(
        protocol.student(),
        "attestation.ak.notice.signed",
        "/attestation/defence.xhtml?id=" + protocol.uuid(),
        told);
    return verdict;
  }
}
