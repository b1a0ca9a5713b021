package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentDesk;

/** DOC-7, DOC-12, DOC-13. The form on a student's card that prepares a transcript. */
@Named("transcriptOfStudent")
@ViewScoped
public class TranscriptOfStudent implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private StudentCard student;
  @Inject private DocumentDesk documents;
  @Inject private OnceKey once;

  private String[] languages = {"kk", "ru", "en"};
  private int copies = 1;
  private String purpose;
  private String fromYear;
  private String toYear;
  private String programme;
  private Boolean distribution;
  private transient List<TranscriptView.Studied> programmes;

  /** The programmes it may be of; nothing where the student has been in one alone. */
  public List<TranscriptView.Studied> getProgrammes() {
    if (programmes == null) {
      programmes = documents.programmes(student.getId());
    }
    return programmes;
  }

  /** Shows a transcript as it would be now. */
  public void preview() throws IOException {
    Download.pdf(
        student.getCard().studentNo(), documents.preview(student.getId(), chosen(), part()));
  }

  /** Prepares a transcript for signature and goes to it. */
  public String prepare() {
    UUID document =
        documents.prepare(student.getId(), chosen(), copies, purpose, part(), once.getKey());
    return "/transcript/document.xhtml?faces-redirect=true&id=" + document;
  }

  /** AK-7. Prepares the sheet of the whole study for the attestation commission, and goes to it. */
  public String prepareSheet() {
    UUID document =
        documents.prepare(
            student.getId(),
            new DocumentDesk.Asked(
                DocumentKind.GRADUATE_SHEET, chosen(), copies, purpose, Map.of()),
            once.getKey());
    return "/transcript/document.xhtml?faces-redirect=true&id=" + document;
  }

  private TranscriptPart part() {
    return new TranscriptPart(fromYear, toYear, programme, isDistribution());
  }

  private List<Language> chosen() {
    return Arrays.stream(languages).map(Language::of).toList();
  }

  /** Whether the distribution of grades goes with it: with that of who is on mobility it does. */
  public boolean isDistribution() {
    return distribution == null ? student.getCard().onMobility() : distribution;
  }

  public void setDistribution(boolean distribution) {
    this.distribution = distribution;
  }

  public String[] getLanguages() {
    return languages.clone();
  }

  public void setLanguages(String[] languages) {
    this.languages = languages.clone();
  }

  public int getCopies() {
    return copies;
  }

  public void setCopies(int copies) {
    this.copies = copies;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  /** DOC-12. Its first academic year; null for the beginning. */
  public String getFromYear() {
    return fromYear;
  }

  public void setFromYear(String fromYear) {
    this.fromYear = fromYear;
  }

  /** Its last academic year; null for the end. */
  public String getToYear() {
    return toYear;
  }

  public void setToYear(String toYear) {
    this.toYear = toYear;
  }

  /** DOC-13. The programme whose results alone it states; null for all. */
  public String getProgramme() {
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }
}
