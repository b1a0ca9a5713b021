package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.StudentReference;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * DOC-3. Tells programs of other organisations whether documents are ours and valid: found by code
 * or by file, or by number where date and name fit too; never more than that needs.
 */
@Stateless
@Guarded
public class DocumentChecking {

  @Inject private DocumentStore store;
  @Inject private Students students;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /** What is said of a document. */
  public enum Verdict {
    VALID,
    /** DOC-9. It is genuine, but a result it states was corrected afterwards. */
    SUPERSEDED,
    REVOKED,
    REPLACED_BY_DUPLICATE,
    NOT_FOUND,
    /** The number exists, with another date or name. */
    DATA_MISMATCH;

    /** Message key of the sentence. */
    public String key() {
      return "transcript.check." + name();
    }
  }

  /** One document asked about: by code, else by the SHA-256 of its file, else by what it says. */
  public record Query(String code, byte[] sha256, String number, LocalDate date, String fullName)
      implements Serializable {}

  /**
   * One answer.
   *
   * @param kind null where nothing is told, as are number, date and holder
   * @param holder first letters only
   */
  public record Finding(
      Verdict verdict, DocumentKind kind, String number, LocalDate date, String holder)
      implements Serializable {}

  /** The findings, in the order of the queries. */
  @RolesAllowed(Permissions.DOCUMENT_VERIFY)
  public List<Finding> check(List<Query> queries) {
    List<Finding> findings = new ArrayList<>();
    for (Query query : queries) {
      findings.add(finding(query));
    }
    audit.record(
        "document.verify",
        "Account",
        access.current().login(),
        null,
        Json.write(findings.stream().map(f -> f.verdict() + " " + f.number()).toList()));
    return findings;
  }

  private Finding finding(Query query) {
    if (query.code() != null) {
      return answer(store.byCode(VerificationCode.normalised(query.code())));
    }
    if (query.sha256() != null) {
      return answer(store.byFile(query.sha256()));
    }
    Optional<Stored> found = store.byNumber(query.number().strip()).filter(this::isIssued);
    if (found.isPresent() && !fits(found.get(), query)) {
      return nothing(Verdict.DATA_MISMATCH);
    }
    return answer(found);
  }

  private boolean isIssued(Stored stored) {
    return stored.issuedOn() != null;
  }

  private boolean fits(Stored stored, Query query) {
    return stored.issuedOn().equals(query.date())
        && students
            .byId(stored.studentId())
            .map(student -> StudentReference.isNameOf(query.fullName(), student))
            .orElse(false);
  }

  private Finding answer(Optional<Stored> found) {
    return found
        .filter(this::isIssued)
        .map(
            stored ->
                new Finding(
                    verdict(stored),
                    stored.kind(),
                    stored.number(),
                    stored.issuedOn(),
                    VerificationCode.masked(stored.fullName())))
        .orElseGet(() -> nothing(Verdict.NOT_FOUND));
  }

  private static Verdict verdict(Stored stored) {
    DocumentStatus status = stored.status();
    if (status.isValid()) {
      return stored.supersededOn() == null ? Verdict.VALID : Verdict.SUPERSEDED;
    }
    return status == DocumentStatus.REPLACED ? Verdict.REPLACED_BY_DUPLICATE : Verdict.REVOKED;
  }

  private static Finding nothing(Verdict verdict) {
    return new Finding(verdict, null, null, null, null);
  }
}
