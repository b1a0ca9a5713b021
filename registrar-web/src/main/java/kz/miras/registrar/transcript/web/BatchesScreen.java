package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.bulk.BatchDesk;
import kz.miras.registrar.transcript.service.bulk.BatchView;

/** Batches of documents, and the form that begins one. */
@Named("batches")
@ViewScoped
public class BatchesScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private BatchDesk desk;
  @Inject private TermQueries calendar;
  @Inject private Notice notice;
  @Inject private OnceKey once;

  private String kind = DocumentKind.TRANSCRIPT;
  private StudentStatus status = StudentStatus.GRADUATED;
  private String programme;
  private Integer course;
  private String term;
  private List<String> languages = new ArrayList<>(List.of("kk", "ru", "en"));
  private String purpose;
  private Integer meant;
  private Map<String, String> problems = Map.of();
  private transient List<BatchView> all;
  private transient List<DocumentKind> kinds;
  private transient List<TermChoice> terms;

  /** How many are meant, before anything is begun. */
  public void count() {
    meant = desk.count(kind, choice());
  }

  /** Begins and goes to the batch. */
  public String begin() {
    List<Language> chosen =
        Arrays.stream(Language.values())
            .filter(language -> languages.contains(language.tag()))
            .toList();
    try {
      return "/transcript/batch.xhtml?faces-redirect=true&id="
          + desk.begin(kind, choice(), chosen, purpose, once.getKey());
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  /** What is said beside the fields, by their names. */
  public Map<String, String> getProblems() {
    return problems;
  }

  private BatchChoice choice() {
    return isAboutSheets()
        ? BatchChoice.ofTerm(term, programme)
        : new BatchChoice(status, programme, course);
  }

  /** Whether the kind is about the sheets of a term, and not about students. */
  public boolean isAboutSheets() {
    return getKinds().stream().anyMatch(one -> one.code().equals(kind) && !one.isAboutStudent());
  }

  /** The terms whose sheets may be issued. */
  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = calendar.terms();
    }
    return terms;
  }

  public List<BatchView> getAll() {
    if (all == null) {
      all = desk.latest();
    }
    return all;
  }

  public List<DocumentKind> getKinds() {
    if (kinds == null) {
      kinds = desk.kinds();
    }
    return kinds;
  }

  /** The states a batch may be for. */
  public List<StudentStatus> getStatuses() {
    return List.of(StudentStatus.GRADUATED, StudentStatus.STUDYING, StudentStatus.EXPELLED);
  }

  public String getKind() {
    return kind;
  }

  /** Chooses a kind; what was counted of another is not told of it. */
  public void setKind(String kind) {
    if (!kind.equals(this.kind)) {
      meant = null;
    }
    this.kind = kind;
  }

  public StudentStatus getStatus() {
    return status;
  }

  public void setStatus(StudentStatus status) {
    this.status = status;
  }

  public String getProgramme() {
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }

  public Integer getCourse() {
    return course;
  }

  public void setCourse(Integer course) {
    this.course = course;
  }

  public String getTerm() {
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }

  public List<String> getLanguages() {
    return languages;
  }

  public void setLanguages(List<String> languages) {
    this.languages = languages;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }

  /** Null until somebody asks. */
  public Integer getMeant() {
    return meant;
  }
}
