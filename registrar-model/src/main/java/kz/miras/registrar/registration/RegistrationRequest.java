package kz.miras.registrar.registration;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A request for a decision about a registration: one person asks with reason and document, the
 * director or deputy decides with words, and what is approved is carried out once.
 */
@Entity
@Table(name = "registration_request")
public class RegistrationRequest {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "registration-request")
  @SequenceGenerator(
      name = "registration-request",
      sequenceName = "registration_seq",
      allocationSize = 50)
  private Long id;

  @Column(nullable = false, updatable = false)
  private UUID uuid;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private RequestKind kind;

  @Column(name = "student_id", updatable = false)
  private Long studentId;

  @Column(name = "term_id", nullable = false, updatable = false)
  private long termId;

  @Column(name = "offering_id", updatable = false)
  private Long offeringId;

  @Column(name = "section_id", updatable = false)
  private Long sectionId;

  @Column(name = "stream_id", updatable = false)
  private Long streamId;

  @Column(name = "enrolment_id", updatable = false)
  private Long enrolmentId;

  @Column(name = "group_id", updatable = false)
  private Long groupId;

  @Enumerated(EnumType.STRING)
  @Column(name = "enrolment_type", updatable = false)
  private EnrolmentType type;

  @Column(updatable = false)
  private String rule;

  @Column(nullable = false, updatable = false)
  private String reason;

  @Column(updatable = false)
  private String cause;

  @Column(name = "cause_about", updatable = false)
  private String causeAbout;

  @Column(updatable = false)
  private String explanation;

  @Column(updatable = false)
  private String document;

  @Column(name = "file_name")
  private String fileName;

  @Column(name = "file_sha256")
  private byte[] fileSha256;

  @Basic(fetch = FetchType.LAZY)
  @Column(name = "file")
  private byte[] scan;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false)
  private RequestStatus status;

  @Column(name = "requested_by", nullable = false, updatable = false)
  private String requestedBy;

  @Column(name = "by_student", nullable = false, updatable = false)
  private boolean byStudent;

  @Column(name = "requested_at", nullable = false, updatable = false)
  private Instant requestedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decision_note")
  private String decisionNote;

  @Column(name = "decided_credits")
  private Integer decidedCredits;

  @Column(name = "carried_out_at")
  private Instant carriedOutAt;

  private String obstacle;

  @Version private int version;

  protected RegistrationRequest() {}

  /**
   * A request that waits for its decision; the caller has judged it by {@link RequestSound}.
   *
   * @param words reason, the student's explanation and the document, in this order; the last two
   *     may be null
   */
  public RegistrationRequest(RequestMatter matter, RequestWords words, String by, Instant at) {
    this.uuid = UUID.randomUUID();
    this.kind = matter.kind();
    this.studentId = matter.student();
    this.termId = matter.term();
    this.offeringId = matter.offering();
    this.sectionId = matter.section();
    this.streamId = matter.stream();
    this.enrolmentId = matter.enrolment();
    this.groupId = matter.studentGroup();
    this.type = matter.type();
    this.rule = matter.rule();
    this.reason = words.reason();
    this.explanation = words.explanation();
    this.document = words.document();
    this.status = RequestStatus.REQUESTED;
    this.requestedBy = Objects.requireNonNull(by, "by");
    this.requestedAt = Objects.requireNonNull(at, "at");
  }

  /**
   * A request nobody made: the system asks itself, because something has changed.
   *
   * @param cause key of the message that says what has changed, to each reader in one language
   * @param about what that message names
   */
  public static RegistrationRequest bySystem(
      RequestMatter matter, String cause, String about, String job, Instant at) {
    RegistrationRequest request =
        new RegistrationRequest(
            matter, new RequestWords(matter.rule() + " " + about, null, null), job, at);
    request.cause = cause;
    request.causeAbout = about;
    return request;
  }

  /** Keeps the file of its document; it never changes. */
  public void attach(String name, byte[] sha256, byte[] content) {
    this.fileName = name;
    this.fileSha256 = sha256.clone();
    this.scan = content.clone();
  }

  /** Notes that it is the student who asks, in person. */
  public void askedInPerson() {
    this.byStudent = studentId != null;
  }

  /** Decides it; the caller has judged that by {@link RequestSound}. */
  public void decide(boolean approved, String note, String by, Instant at) {
    this.status = approved ? RequestStatus.APPROVED : RequestStatus.REJECTED;
    this.decisionNote = note == null || note.isBlank() ? null : note.strip();
    this.decidedBy = Objects.requireNonNull(by, "by");
    this.decidedAt = Objects.requireNonNull(at, "at");
  }

  /** It was approved for so many credits of the term in all, and for no more. */
  public void upTo(int credits) {
    this.decidedCredits = credits;
  }

  /** Takes it back. */
  public void cancel() {
    this.status = RequestStatus.CANCELLED;
  }

  /** It has been carried out. */
  public void done(Instant at) {
    this.status = RequestStatus.DONE;
    this.carriedOutAt = Objects.requireNonNull(at, "at");
    this.obstacle = null;
  }

  /** What speaks against it as it was judged last, asked for or carried out, written as JSON. */
  public void hindered(String why) {
    this.obstacle = why;
  }

  /** What it is about. */
  public RequestMatter matter() {
    return new RequestMatter(
        kind, studentId, termId, offeringId, sectionId, streamId, enrolmentId, type, rule, groupId);
  }

  /** Why it is asked. */
  public RequestWords words() {
    return new RequestWords(reason, explanation, document);
  }

  public Long getId() {
    return id;
  }

  public UUID getUuid() {
    return uuid;
  }

  public RequestKind getKind() {
    return kind;
  }

  /** Key of the message that says why the system asks; null where a person does. */
  public String getCause() {
    return cause;
  }

  public String getCauseAbout() {
    return causeAbout;
  }

  public String getFileName() {
    return fileName;
  }

  public byte[] getFile() {
    return scan == null ? null : scan.clone();
  }

  public RequestStatus getStatus() {
    return status;
  }

  public String getRequestedBy() {
    return requestedBy;
  }

  /** Whether the student asked in person. */
  public boolean isByStudent() {
    return byStudent;
  }

  public Instant getRequestedAt() {
    return requestedAt;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public Instant getDecidedAt() {
    return decidedAt;
  }

  public String getDecisionNote() {
    return decisionNote;
  }

  public Integer getDecidedCredits() {
    return decidedCredits;
  }

  public Instant getCarriedOutAt() {
    return carriedOutAt;
  }

  /** What spoke against it when it was judged last, as JSON; null for nothing. */
  public String getObstacle() {
    return obstacle;
  }
}
