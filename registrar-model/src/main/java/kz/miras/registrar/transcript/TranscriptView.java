package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;

/**
 * Everything a transcript prints, as it stood when it was signed. Stored with the document.
 *
 * @param kind code of the kind
 * @param number of the register; null in a preview
 * @param orders admission first
 * @param verificationUrl behind the QR code; null in a preview
 * @param resultsUntil place in the history of the last entry it rests on; null where there is none,
 *     and in what was issued before it was told
 * @param grades distribution of grades in the groups of reference (DOC-64); null where it is not
 *     asked for, or nothing can be told
 * @param part of the study it states alone (DOC-12, DOC-13); null where it states the whole, and in
 *     what was issued before it was told
 */
public record TranscriptView(
    String kind,
    String number,
    LocalDate date,
    LocalizedText university,
    LocalizedText city,
    LocalizedText school,
    Holder holder,
    LocalizedText headTitle,
    String verificationCode,
    String verificationUrl,
    StudyRecord record,
    List<Basis> orders,
    Long resultsUntil,
    DistributionTable grades,
    Part part)
    implements Serializable {

  public TranscriptView {
    orders = List.copyOf(orders);
  }

  /** DOC-12. The same of the academic years of a part alone; the same where it is of all years. */
  public TranscriptView years(TranscriptPart chosen) {
    return chosen.isOfYears()
        ? with(
            chosen.years(record),
            grades,
            new Part(chosen.from(), chosen.to(), part == null ? null : part.programme()))
        : this;
  }

  /** The same with the distribution of grades. */
  public TranscriptView with(DistributionTable table) {
    return with(record, table, part);
  }

  private TranscriptView with(StudyRecord other, DistributionTable table, Part stated) {
    return new TranscriptView(
        kind,
        number,
        date,
        university,
        city,
        school,
        holder,
        headTitle,
        verificationCode,
        verificationUrl,
        other,
        orders,
        resultsUntil,
        table,
        stated);
  }

  /** The part as it was asked for, apart from the distribution of grades. */
  public TranscriptPart chosen() {
    return part == null
        ? TranscriptPart.WHOLE
        : new TranscriptPart(
            part.from(),
            part.to(),
            part.programme() == null ? null : part.programme().code(),
            false);
  }

  /** The programme its results are of: the one chosen, otherwise that of the holder. */
  public Studied studied() {
    return part == null || part.programme() == null
        ? new Studied(holder.programmeCode(), holder.programme())
        : part.programme();
  }

  /**
   * A part of the study.
   *
   * @param from first academic year; null for the beginning
   * @param to last academic year; null for the end
   * @param programme whose results alone it states; null for all
   */
  public record Part(String from, String to, Studied programme) implements Serializable {}

  /**
   * A programme results are of.
   *
   * @param code for example 6B06101
   */
  public record Studied(String code, LocalizedText name) implements Serializable {}

  /**
   * An order the study rests on: of admission, of each change of the programme, and of expulsion
   * where there is one.
   *
   * @param kind key of its kind
   * @param programmes from which programme into which, by their codes; null where it leads into no
   *     other
   */
  public record Basis(String kind, String number, LocalDate date, String programmes)
      implements Serializable {

    /** An order that leads into no other programme. */
    public Basis(String kind, String number, LocalDate date) {
      this(kind, number, date, null);
    }
  }

  /**
   * Whose it is.
   *
   * @param latinName for the English page
   * @param kazakhName for the Kazakh page; null in what was issued before it was told apart
   * @param familyName the family name alone, as each language writes it; null in what was issued
   *     before it was told apart
   * @param studyLanguage kk, ru or en
   */
  public record Holder(
      String studentNo,
      String fullName,
      String latinName,
      String kazakhName,
      LocalizedText familyName,
      LocalDate birthDate,
      Level level,
      String programmeCode,
      LocalizedText programme,
      StudyForm form,
      String studyLanguage,
      Funding funding,
      int admissionYear,
      int courseYear,
      StudentStatus status)
      implements Serializable {

    /** The name as a page of this language writes it. */
    public String nameIn(Language language) {
      String own =
          switch (language) {
            case KK -> kazakhName;
            case EN -> latinName;
            case RU -> fullName;
          };
      return own == null || own.isBlank() ? fullName : own;
    }

    /** The family name as a page of this language writes it; it may be of several words. */
    public String familyIn(Language language) {
      String whole = nameIn(language);
      String family = familyName == null ? "" : familyName.in(language);
      if (!family.isBlank() && whole.startsWith(family)) {
        return family;
      }
      int space = whole.indexOf(' ');
      return space < 0 ? whole : whole.substring(0, space);
    }

    /** What follows the family name; empty where nothing does. */
    public String givenIn(Language language) {
      return nameIn(language).substring(familyIn(language).length()).strip();
    }
  }
}
