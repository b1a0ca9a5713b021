package kz.miras.registrar.attestation.service.commission;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.commission.ProtocolSigning;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.attestation.service.commission.ProtocolCases.Case;
import kz.miras.registrar.attestation.service.commission.ProtocolStore.Stored;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * AK-7 to AK-16. The protocol of a student before an attestation commission: written by one, signed
 * by another, corrected only by a protocol in its place.
 */
@Stateless
@Guarded
public class ProtocolDesk {

  private static final String ENTITY = "AttestationProtocol";

  @Inject private CommissionStore commissions;
  @Inject private ProtocolStore protocols;
  @Inject private ProtocolCases cases;
  @Inject private ProtocolViews views;
  @Inject private ProtocolSigner signer;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext reasons;
  @Inject private UniversityTime time;

  /**
   * A protocol; the student reads the own one once it is signed.
   *
   * @throws RegistrarException.NotFound where the caller may not see it
   */
  @RolesAllowed(Permissions.PROTOCOL_READ)
  public ProtocolView view(String id) {
    return views.of(visible(id));
  }

  private Case visible(String id) {
    Case about = cases.of(protocols.require(id));
    access.requireVisible(Permissions.PROTOCOL_READ, about.target(), ENTITY, id);
    if (!about.protocol().isSigned()
        && Objects.equals(about.student().getId(), access.current().studentId())) {
      throw new RegistrarException.NotFound("protocol", id);
    }
    return about;
  }

  /** A protocol for a step, kept from others until the transaction ends. */
  private Case step(String id, String permission) {
    Case read = visible(id);
    access.require(permission, read.target(), ENTITY, id);
    commissions.locked(read.commission().id());
    return cases.of(protocols.locked(read.protocol().id()));
  }

  private static void unsigned(Stored protocol) {
    if (protocol.isSigned()) {
      throw new RegistrarException.Conflict("attestation.ak.signed-already");
    }
  }

  /**
   * Keeps what is written, whole or not.
   *
   * @throws RegistrarException.Refused where something does not fit
   * @throws RegistrarException.Conflict where it is signed by now
   */
  @RolesAllowed(Permissions.PROTOCOL_EDIT)
  public void write(String id, ProtocolText text) {
    Case about = step(id, Permissions.PROTOCOL_EDIT);
    unsigned(about.protocol());
    refuse(text.judge());
    if (!text.equals(about.protocol().text())) {
      protocols.write(about.protocol(), text, access.current().login(), time.now());
      audit.record("protocol.write", ENTITY, about.protocol().uuid(), null, null);
    }
  }

  /**
   * AK-15. Signs a protocol and records the result.
   *
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.PROTOCOL_SIGN)
  public void sign(String id) {
    Case about = step(id, Permissions.PROTOCOL_SIGN);
    unsigned(about.protocol());
    refuse(signer.sign(about.protocol()));
  }

  /**
   * AK-16. Begins a protocol that is to stand in the place of a signed one.
   *
   * @return its public id
   * @throws RegistrarException.Refused without a reason, or where another stands there already
   */
  @RolesAllowed(Permissions.PROTOCOL_EDIT)
  public String correct(String id, String reason) {
    Case about = step(id, Permissions.PROTOCOL_EDIT);
    Stored protocol = about.protocol();
    refuse(
        ProtocolSigning.corrects(
            protocol.isSigned(), protocols.correcting(protocol.id()).isEmpty(), reason));
    reasons.because(reason.strip());
    UUID begun =
        protocols.correct(
            about.meeting(), protocol, reason.strip(), access.current().login(), time.now());
    audit.record("protocol.correct", ENTITY, protocol.uuid(), null, begun.toString());
    return begun.toString();
  }

  /**
   * Takes away a protocol that is not signed: the student does not come before this meeting, or
   * nothing is corrected.
   */
  @RolesAllowed(Permissions.PROTOCOL_EDIT)
  public void remove(String id) {
    Case about = step(id, Permissions.PROTOCOL_EDIT);
    unsigned(about.protocol());
    protocols.remove(about.protocol());
    audit.record("protocol.remove", ENTITY, about.protocol().uuid(), null, null);
  }
}
