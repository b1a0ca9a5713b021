package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.Signatures;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.subject.Subjects;

/**
 * Documents are signed here, and issued with the last signature. Who prepared one never signs it
 * (SOD-4); nothing slow happens inside a transaction.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignatureDesk {

  @Inject private DocumentDesk desk;
  @Inject private IssueSteps steps;
  @Inject private DocumentMaking making;
  @Inject private Issuing issuing;
  @Inject private DocumentScope whose;
  @Inject private SigningRight signing;
  @Inject private Subjects subjects;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** A prepared document as it would look if it were issued now. */
  @RolesAllowed({
    Permissions.TRANSCRIPT_READ,
    Permissions.TRANSCRIPT_PREPARE,
    Permissions.TRANSCRIPT_SIGN,
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public byte[] preview(UUID document) {
    return making.file(desk.stored(document).order(), Stamp.preview(time.today())).pdf();
  }

  /**
   * Signs. With the last signature the document gets its number, is made and stored. After a
   * failure in between it stays reserved, and signing again resumes with the same number.
   *
   * @throws RegistrarException.Refused where this person does not sign it (SOD-4, DOC-11), or
   *     results are still to be published or posted (DOC-10)
   */
  @RolesAllowed({Permissions.TRANSCRIPT_SIGN, Permissions.PAPER_SIGN})
  public void sign(UUID document) {
    Stored stored = desk.stored(document);
    // a dean who may read documents of another school signs those of the own one only
    whose.require(stored, SigningRight.of(stored.kind()));
    Actor me = access.current();
    if (me.login().equals(stored.preparedBy())) {
      throw new RegistrarException.Refused(Refusal.of("transcript.sign.own", "SOD-4", me.login()));
    }
    issuing.sign(stored, me.login(), me.roles(time.today()), subjects.parts(stored.order(), me));
  }

  /** Who has to sign a document and who has. */
  @RolesAllowed({
    Permissions.TRANSCRIPT_READ,
    Permissions.REGISTER_READ,
    Permissions.TRANSCRIPT_SIGN,
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public Signatures signatures(UUID document) {
    return steps.signatures(desk.stored(document));
  }

  /** Whether the caller may sign a document as it stands. */
  @RolesAllowed({
    Permissions.TRANSCRIPT_READ,
    Permissions.REGISTER_READ,
    Permissions.TRANSCRIPT_SIGN,
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public boolean maySign(UUID document) {
    return signing.may(desk.stored(document));
  }
}
