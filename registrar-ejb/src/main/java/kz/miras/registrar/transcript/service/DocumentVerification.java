package kz.miras.registrar.transcript.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentFacts;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.signing.FactsOfRecord;
import kz.miras.registrar.transcript.service.signing.FileReading;
import kz.miras.registrar.transcript.service.signing.FileReading.Reading;

/**
 * DOC-3, DOC-9, DOC-23, DOC-24. Tells anybody whether a document is ours and valid, and no more
 * than that needs: by its code, by number and date, by its file, or by the facts in its QR code.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DocumentVerification {

  /** Bytes of the largest file that is looked at; what is issued is far below. */
  public static final int LARGEST = 10 * 1024 * 1024;

  private static final String RULE = "DOC-23";

  /** Files looked into at once: strangers never take all of the server. */
  private static final Semaphore READERS = new Semaphore(4);

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private DocumentStore store;
  @Inject private DocumentKinds kinds;
  @Inject private FactsOfRecord facts;
  @Inject private FileReading files;
  @Inject private UniversityTime time;

  /** What is said of a document. */
  public enum Verdict {
    VALID,
    /** DOC-9. It is genuine, but a result it states was corrected afterwards. */
    SUPERSEDED,
    /** It is genuine, and its term of validity is over. */
    EXPIRED,
    ANNULLED,
    /** A duplicate or a later document took its place. */
    REPLACED,
    /** DOC-23. It claims to be ours and is not as it was issued. */
    ALTERED,
    UNKNOWN;

    /** Message key of the sentence. */
    public String key() {
      return "transcript.verify." + name();
    }
  }

  /**
   * The answer.
   *
   * @param kind null where unknown, as are number, date and name
   * @param maskedName first letters only; null where it is about no person
   * @param supersededOn since when a result it states no longer stands; null for not
   * @param validUntil last day; null for ever
   * @param contentsMatch true where what was shown is what was issued, byte for byte or by its
   *     signed facts
   */
  public record Answer(
      Verdict verdict,
      DocumentKind kind,
      String number,
      LocalDate date,
      String maskedName,
      LocalDate supersededOn,
      LocalDate validUntil,
      boolean contentsMatch)
      implements Serializable {

    private static final Answer UNKNOWN =
        new Answer(Verdict.UNKNOWN, null, null, null, null, null, null, false);

    /** Of a document that is none of ours. */
    public static Answer unknown() {
      return UNKNOWN;
    }

    /** Message key of the sentence; what is about no student has no holder to ask. */
    public String key() {
      boolean holder = kind == null || kind.isAboutStudent();
      return verdict == Verdict.SUPERSEDED && !holder ? verdict.key() + ".subject" : verdict.key();
    }

    private Answer matching() {
      return new Answer(verdict, kind, number, date, maskedName, supersededOn, validUntil, true);
    }

    private Answer altered() {
      return new Answer(Verdict.ALTERED, kind, number, date, maskedName, null, validUntil, false);
    }
  }

  /** DOC-24. What the kinds of documents are called, by their codes. */
  public Map<String, LocalizedText> kindNames() {
    Map<String, LocalizedText> names = new TreeMap<>();
    kinds.all().forEach(kind -> names.put(kind.code(), kind.name()));
    return names;
  }

  /** By the code on the document. */
  public Answer byCode(String code) {
    return answer(evened(store.byCode(VerificationCode.normalised(code))), time.today());
  }

  /**
   * DOC-69. What is not there costs the work of what is: how long an answer takes does not tell
   * whether a number exists with another date, or a code of what is not issued yet.
   */
  private Optional<Stored> evened(Optional<Stored> found) {
    if (found.isEmpty()) {
      kinds.kind(DocumentKind.TRANSCRIPT);
    }
    return found;
  }

  /** By number and date, which both have to fit; which of them does not is not told. */
  public Answer byNumber(String number, LocalDate date) {
    return answer(
        evened(store.byNumber(number.strip())).filter(stored -> date.equals(stored.issuedOn())),
        time.today());
  }

  /** By the SHA-256 of its file, for whoever would rather not send it. */
  public Answer byChecksum(byte[] sha256) {
    Answer known = answer(store.byFile(sha256), time.today());
    return known.verdict() == Verdict.UNKNOWN ? known : known.matching();
  }

  /**
   * DOC-23. By the file itself, which is looked at and not kept.
   *
   * @throws RegistrarException.Refused where it is no file of a document at all
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Answer byFile(byte[] file) {
    if (file.length == 0) {
      throw refused("empty");
    }
    if (file.length > LARGEST) {
      throw new RegistrarException.Refused(tooLarge());
    }
    Answer known = byChecksum(Checksum.sha256(file));
    return known.verdict() == Verdict.UNKNOWN ? stranger(file) : known;
  }

  private Answer stranger(byte[] file) {
    if (!READERS.tryAcquire()) {
      throw refused("busy");
    }
    try {
      Reading reading = files.read(file);
      switch (reading.state()) {
        case NO_PDF -> throw refused("other");
        case LOCKED -> throw refused("locked");
        default -> {
          Answer claimed = reading.code() == null ? Answer.UNKNOWN : byCode(reading.code());
          return claimed.verdict() != Verdict.UNKNOWN
                  || reading.state() == FileReading.State.ALTERED
              ? claimed.altered()
              : claimed;
        }
      }
    } finally {
      READERS.release();
    }
  }

  /** What is said of a file nobody looks into. */
  public static Refusal tooLarge() {
    return Refusal.of("transcript.verify.file.large", RULE, LARGEST / 1024 / 1024).at("file");
  }

  private static RegistrarException.Refused refused(String why) {
    return new RegistrarException.Refused(
        Refusal.of("transcript.verify.file." + why, RULE).at("file"));
  }

  /** DOC-24. By the signed facts of its QR code, held against what is stored. */
  public Answer byFacts(String token) {
    Optional<DocumentFacts> read = facts.read(token);
    if (read.isEmpty()) {
      return Answer.UNKNOWN.altered();
    }
    Optional<Stored> stored = store.byNumber(read.get().number());
    Answer answer = answer(stored, time.today());
    if (answer.verdict() == Verdict.UNKNOWN) {
      return answer;
    }
    boolean same =
        answer.date().equals(read.get().date())
            && answer.kind().code().equals(read.get().kind())
            && contents(stored.orElseThrow().uuid()).equals(Optional.of(read.get().contents()));
    return same ? answer.matching() : answer.altered();
  }

  private Optional<String> contents(UUID document) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT snapshot FROM issued_document WHERE uuid = ?")) {
      select.setString(1, document.toString());
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.ofNullable(row.getString(1)).map(FactsOfRecord::contents)
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("documents cannot be read", e);
    }
  }

  /** DOC-3. Kind, number, date, masked name and whether it is valid, and no more. */
  static Answer answer(Optional<Stored> found, LocalDate today) {
    return found
        .filter(stored -> stored.issuedOn() != null)
        .map(
            stored ->
                new Answer(
                    verdict(stored, today),
                    stored.kind(),
                    stored.number(),
                    stored.issuedOn(),
                    stored.studentId() == null ? null : VerificationCode.masked(stored.fullName()),
                    stored.status().isValid() ? stored.supersededOn() : null,
                    stored.validUntil(),
                    false))
        .orElse(Answer.UNKNOWN);
  }

  private static Verdict verdict(Stored stored, LocalDate today) {
    if (!stored.status().isValid()) {
      return stored.status() == DocumentStatus.REPLACED ? Verdict.REPLACED : Verdict.ANNULLED;
    }
    if (stored.validUntil() != null && stored.validUntil().isBefore(today)) {
      return Verdict.EXPIRED;
    }
    return stored.supersededOn() == null ? Verdict.VALID : Verdict.SUPERSEDED;
  }
}
