package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.StudentReference;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;

/**
 * DOC-3. Tells programs of other organisations whether documents are ours and valid, many at once:
 * found by code, by file or by signed facts, or by number where date and name fit too; never more
 * than that needs.
 */
@Stateless
@Guarded
public class DocumentChecking {

  @Inject private DocumentStore store;
  @Inject private DocumentVerification verification;
  @Inject private Students students;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /** What is said of a document in the contract of SOAP. */
  public enum Verdict {
    VALID,
    /** DOC-9. It is genuine, but a result it states was corrected afterwards. */
    SUPERSEDED,
    /** Annulled, or valid no longer. */
    REVOKED,
    REPLACED_BY_DUPLICATE,
    NOT_FOUND,
    /** The number exists, with another date or name; or what was shown was altered. */
    DATA_MISMATCH;

    /** Message key of the sentence. */
    public String key() {
      return "transcript.check." + name();
    }
  }

  /**
   * One document asked about: by code, else by the SHA-256 of its file, else by the facts signed
   * into its QR code, else by what it says.
   *
   * @param fullName null where only number and date are known
   */
  public record Query(
      String code, byte[] sha256, String facts, String number, LocalDate date, String fullName)
      implements Serializable {}

  /**
   * One answer.
   *
   * @param kind null where nothing is told, as are number, date and holder
   * @param holder first letters only
   * @param validUntil last day; null for ever
   */
  public record Finding(
      Verdict verdict,
      DocumentKind kind,
      String number,
      LocalDate date,
      String holder,
      LocalDate validUntil)
      implements Serializable {}

  /** The findings, in the order of the queries. */
  @RolesAllowed(Permissions.DOCUMENT_VERIFY)
  public List<Finding> check(List<Query> queries) {
    List<Finding> findings = queries.stream().map(this::finding).toList();
    told(findings.stream().map(f -> f.verdict() + " " + f.number()).toList());
    return findings;
  }

  /**
   * The same as anybody is told it, for each query in their order; a number that exists with
   * another date or name is unknown.
   */
  @RolesAllowed(Permissions.DOCUMENT_VERIFY)
  public List<Answer> answers(List<Query> queries) {
    List<Answer> answers = queries.stream().map(this::answer).toList();
    told(answers.stream().map(a -> a.verdict() + " " + a.number()).toList());
    return answers;
  }

  private void told(List<String> verdicts) {
    audit.record(
        "document.verify", "Account", access.current().login(), null, Json.write(verdicts));
  }

  private Finding finding(Query query) {
    Answer answer = answer(query);
    Verdict verdict =
        switch (answer.verdict()) {
          case VALID -> Verdict.VALID;
          case SUPERSEDED -> Verdict.SUPERSEDED;
          case EXPIRED, ANNULLED -> Verdict.REVOKED;
          case REPLACED -> Verdict.REPLACED_BY_DUPLICATE;
          case ALTERED -> Verdict.DATA_MISMATCH;
          case UNKNOWN ->
              query.number() != null && known(query.number())
                  ? Verdict.DATA_MISMATCH
                  : Verdict.NOT_FOUND;
        };
    return verdict == Verdict.DATA_MISMATCH
        ? new Finding(verdict, null, null, null, null, null)
        : new Finding(
            verdict,
            answer.kind(),
            answer.number(),
            answer.date(),
            answer.maskedName(),
            answer.validUntil());
  }

  private boolean known(String number) {
    return store.byNumber(number.strip()).filter(stored -> stored.issuedOn() != null).isPresent();
  }

  private Answer answer(Query query) {
    if (query.code() != null) {
      return verification.byCode(query.code());
    }
    if (query.sha256() != null) {
      return verification.byChecksum(query.sha256());
    }
    if (query.facts() != null) {
      return verification.byFacts(query.facts());
    }
    Optional<Stored> found = store.byNumber(query.number().strip());
    return found.isEmpty() || isNamed(found.get(), query.fullName())
        ? verification.byNumber(query.number(), query.date())
        : Answer.unknown();
  }

  private boolean isNamed(Stored stored, String fullName) {
    return fullName == null
        || stored.studentId() != null
            && students
                .byId(stored.studentId())
                .map(student -> StudentReference.isNameOf(fullName, student))
                .orElse(false);
  }
}
