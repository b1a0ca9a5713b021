package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.PublicAddress;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.SubjectPolicy;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * Signs a document and, with the last signature, issues it; for a document alone and for those of a
 * batch. Callers have checked that the signatory may; called outside a transaction.
 */
@ApplicationScoped
public class Issuing {

  @Inject private IssueSteps steps;
  @Inject private DocumentMaking making;
  @Inject private AwaitedSheetsReader awaited;
  @Inject private PublicAddress address;
  @Inject private UniversityTime time;

  /**
   * Years of registers this server has begun or found begun. Nothing ends one; where its row were
   * gone after all, the next number makes it again.
   */
  private final Set<String> begun = ConcurrentHashMap.newKeySet();

  /**
   * Signs. After a failure between number and file the document stays reserved, and signing again
   * resumes with the same number.
   *
   * @param roles of the signatory
   * @param parts of the signatory in what the document is about; none where it is about a student
   * @throws RegistrarException.Refused where this person does not sign it (SOD-4, DOC-11, DOC-72),
   *     results are still to be published or posted (DOC-10), or its subject has moved since it was
   *     prepared (DOC-73)
   */
  public void sign(Stored stored, String by, Set<Role> roles, Set<SubjectPart> parts) {
    if (stored.status() != DocumentStatus.PREPARED && stored.status() != DocumentStatus.RESERVED) {
      throw new RegistrarException.Conflict("transcript.sign.state", stored.status().name());
    }
    // before a number is taken: what was posted since it was prepared is awaited too
    awaited.check(stored);
    if (!stored.kind().isAboutStudent()) {
      refuse(SubjectPolicy.signs(stored.supersededOn() != null));
    }
    refuse(making.verdict(stored.order()));
    LocalDate today = time.today();
    begin(stored.kind().register(), today.getYear());
    Stored signed = steps.sign(stored.uuid(), today.getYear(), by, roles, parts);
    if (signed.status() == DocumentStatus.RESERVED) {
      Stamp stamp =
          new Stamp(signed.number(), today, signed.code(), address.verify(signed.code(), today));
      steps.issue(signed, making.signed(signed, stamp), today);
    }
  }

  private void begin(String register, int year) {
    String named = register + " " + year;
    if (!begun.contains(named)) {
      steps.open(register, year);
      begun.add(named);
    }
  }
}
