package kz.miras.registrar.transcript.twin;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.shared.LocalizedText;

/**
 * DOC-60. What a document of record says, for programs: free of the form of any exchange. Written
 * as JSON it is the JSON twin; {@link ElmoWriter} writes it as ELMO 1.7.
 *
 * @param format of this record, {@link #FORMAT}
 * @param generated when, in the time of the university
 * @param paper the document it is the twin of; null for a record nobody issued
 * @param studies one for each programme
 * @param schemes what the results mean
 * @param attachments files that go with it
 */
public record TwinContents(
    String format,
    LocalDateTime generated,
    Paper paper,
    Learner learner,
    Issuer issuer,
    LocalDate issued,
    List<Study> studies,
    List<Scheme> schemes,
    List<Attached> attachments)
    implements Serializable {

  /** Name and version of the record; a change that breaks readers takes the next number. */
  public static final String FORMAT = "registrar-record/1";

  public TwinContents {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(generated, "generated");
    Objects.requireNonNull(learner, "learner");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(issued, "issued");
    studies = List.copyOf(studies);
    schemes = List.copyOf(schemes);
    attachments = List.copyOf(attachments);
  }

  /** The same with these files. */
  public TwinContents with(List<Attached> files) {
    return new TwinContents(
        format, generated, paper, learner, issuer, issued, studies, schemes, files);
  }

  /**
   * The document.
   *
   * @param kind code of its kind
   * @param number of the register; null in a preview
   * @param code by which anybody verifies it; null in a preview
   * @param url where; null in a preview
   */
  public record Paper(String kind, LocalizedText title, String number, String code, String url)
      implements Serializable {}

  /**
   * An identifier and what it is.
   *
   * @param type for example {@code nationalIdentifier}
   */
  public record Identifier(String type, String value) implements Serializable {}

  /**
   * Whose record it is.
   *
   * @param citizenship two letters of ISO 3166; null where not known
   * @param familyName as the passport spells it
   * @param sex {@code MALE} or {@code FEMALE}; null where not known
   * @param fullName the full name as each language writes it
   */
  public record Learner(
      String citizenship,
      List<Identifier> identifiers,
      String familyName,
      String givenNames,
      LocalDate birthDate,
      String sex,
      LocalizedText fullName)
      implements Serializable {

    public Learner {
      identifiers = List.copyOf(identifiers);
    }
  }

  /** Who issues it. */
  public record Issuer(String country, List<Identifier> identifiers, LocalizedText name, String url)
      implements Serializable {

    public Issuer {
      identifiers = List.copyOf(identifiers);
    }
  }

  /**
   * The study of one programme.
   *
   * @param nqfLevel 6, 7 or 8
   * @param status name of the student's status
   * @param credits earned, additional study left out
   * @param gpa null where there is none
   * @param gpaPoints numerator of the GPA
   * @param gpaCredits denominator of the GPA
   * @param supplement the European supplement; null where the document is none
   * @param part what part of the study the document is of (DOC-12, DOC-13); null for the whole
   */
  public record Study(
      String code,
      LocalizedText name,
      int nqfLevel,
      String language,
      int admissionYear,
      String status,
      int credits,
      int creditsAdditional,
      BigDecimal gpa,
      BigDecimal gpaPoints,
      int gpaCredits,
      List<Course> courses,
      Supplement supplement,
      Part part)
      implements Serializable {

    public Study {
      courses = List.copyOf(courses);
    }

    /** The same study with its European supplement. */
    public Study with(Supplement sections) {
      return new Study(
          code,
          name,
          nqfLevel,
          language,
          admissionYear,
          status,
          credits,
          creditsAdditional,
          gpa,
          gpaPoints,
          gpaCredits,
          courses,
          sections,
          part);
    }
  }

  /**
   * The part of a study a document is of; the credits and the GPA of the study are then those of
   * the part.
   *
   * @param from first academic year, for example 2023/2024; null for the beginning
   * @param to last academic year; null for the end
   * @param programme code of the programme whose results alone it states; null for all
   * @param said the same for people
   */
  public record Part(String from, String to, String programme, LocalizedText said)
      implements Serializable {}

  /**
   * One attempt of a discipline.
   *
   * @param credits of the discipline, earned or not
   * @param hours of 60 minutes behind them
   * @param cycle name of the cycle; null where not known
   * @param component name of the component; null where not known
   * @param counts whether it is the result that counts (ACH-1)
   * @param inGpa whether it is part of the GPA
   * @param basis document it rests on; null where not known
   * @param distribution of the positive results of the same group of reference; empty where the
   *     group is not known
   */
  public record Course(
      String code,
      LocalizedText name,
      Term term,
      int credits,
      int hours,
      String cycle,
      String component,
      Mark mark,
      String kind,
      int attempt,
      LocalDate date,
      boolean counts,
      String reason,
      boolean inGpa,
      boolean additional,
      boolean finalAttestation,
      String basis,
      List<Share> distribution)
      implements Serializable {

    public Course {
      distribution = distribution == null ? List.of() : List.copyOf(distribution);
    }
  }

  /**
   * A term.
   *
   * @param year for example 2025/2026
   * @param type name of the term type
   * @param start null where not known, as the end
   */
  public record Term(String year, String type, LocalizedText name, LocalDate start, LocalDate end)
      implements Serializable {}

  /**
   * A result.
   *
   * @param sign letter or mark
   * @param percent null where there is none, as the digital equivalent and the traditional mark
   * @param traditional name of the traditional mark
   * @param outcome how it ended
   */
  public record Mark(
      String sign, Integer percent, BigDecimal digital, String traditional, Outcome outcome)
      implements Serializable {}

  /** How an attempt ended. */
  public enum Outcome {
    PASSED,
    FAILED,
    IN_PROGRESS,
    /** Neither: withdrawn, exempt. */
    NONE
  }

  /** Part of a group of reference that got a letter. */
  public record Share(String sign, int count) implements Serializable {}

  /** What the signs of results mean. */
  public record Scheme(String id, LocalizedText description) implements Serializable {}

  /**
   * A file.
   *
   * @param kind as ELMO names kinds of attachments
   */
  public record Attached(String kind, LocalizedText title, String mediaType, byte[] content)
      implements Serializable {

    @Override
    public boolean equals(Object other) {
      return other instanceof Attached that
          && Objects.equals(kind, that.kind)
          && Objects.equals(title, that.title)
          && Objects.equals(mediaType, that.mediaType)
          && java.util.Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, title, mediaType, java.util.Arrays.hashCode(content));
    }
  }

  /** The European supplement in one language. */
  public record Supplement(
      String language, LocalDate issued, String introduction, List<Section> sections)
      implements Serializable {

    public Supplement {
      sections = List.copyOf(sections);
    }
  }

  /**
   * A section of it.
   *
   * @param number for example 4.2
   * @param content null where its parts say it all
   */
  public record Section(String number, String title, String content, List<Section> parts)
      implements Serializable {

    public Section {
      parts = List.copyOf(parts);
    }
  }
}
