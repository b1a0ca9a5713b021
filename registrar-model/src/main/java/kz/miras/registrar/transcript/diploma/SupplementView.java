package kz.miras.registrar.transcript.diploma;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.DistributionTable;
import kz.miras.registrar.transcript.TranscriptView;

/**
 * The supplement to a diploma by its numbered lines (O47 App. 10), as it stood when it was signed.
 *
 * @param number of our register; null in a preview
 * @param holder lines 1 to 3 and the programme
 * @param draft lines 4, 5, 12 and 16, and the number and QR code of the ministry
 * @param graduatedYear line 7; null where the study is not ended by an order yet
 * @param credits line 8
 * @param gpa line 9; null where there is none
 * @param practices line 10
 * @param attestations line 11
 * @param defence line 12; null where nothing was defended
 * @param nqfLevel line 13 (DIP-7)
 * @param theory line 14
 * @param theoryCredits line 15
 * @param additional over the plan, on application only (DIP-8)
 * @param distance whether the form of study says that it was at a distance (DIP-6)
 * @param honours whether the diploma is one with honours (HON-1)
 * @param grades distribution of grades in the groups of reference (DOC-64); null where the form has
 *     no place for it, or nothing can be told
 * @param look what the university has chosen to print
 */
public record SupplementView(
    String number,
    LocalDate date,
    LocalizedText university,
    LocalizedText city,
    LocalizedText school,
    TranscriptView.Holder holder,
    DiplomaDraft draft,
    Integer graduatedYear,
    int credits,
    BigDecimal gpa,
    List<Row> practices,
    List<Row> attestations,
    Row defence,
    int nqfLevel,
    List<Row> theory,
    int theoryCredits,
    List<Row> additional,
    boolean distance,
    boolean honours,
    DistributionTable grades,
    Look look)
    implements Serializable {

  public SupplementView {
    practices = List.copyOf(practices);
    attestations = List.copyOf(attestations);
    theory = List.copyOf(theory);
    additional = List.copyOf(additional);
  }

  /** Lines 10 to 12 by their numbers. */
  public Map<String, List<Row>> blocks() {
    Map<String, List<Row>> blocks = new LinkedHashMap<>();
    blocks.put("10", practices);
    blocks.put("11", attestations);
    blocks.put("12", defended());
    return blocks;
  }

  /** Everything that was studied, part by part. */
  public List<List<Row>> tables() {
    return List.of(theory, practices, attestations, defended(), additional);
  }

  private List<Row> defended() {
    return defence == null ? List.of() : List.of(defence);
  }

  /**
   * One discipline.
   *
   * @param hours of 60 minutes
   * @param percent null where there is none, as the digital equivalent and the traditional mark
   * @param traditional key of the traditional mark
   */
  public record Row(
      String code,
      LocalizedText name,
      int credits,
      int hours,
      String sign,
      Integer percent,
      BigDecimal digital,
      String traditional)
      implements Serializable {}

  /**
   * What the university has chosen to print.
   *
   * @param hours whether the column of hours is there
   * @param accreditation agencies and their terms; empty for none
   * @param head title of who signs as head
   * @param dean title of who signs as dean
   */
  public record Look(
      boolean hours, LocalizedText accreditation, LocalizedText head, LocalizedText dean)
      implements Serializable {}
}
