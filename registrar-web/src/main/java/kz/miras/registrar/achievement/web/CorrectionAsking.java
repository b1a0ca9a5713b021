package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.CorrectionDocument;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.service.CorrectionDesk;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * Asking for the correction of a posted result; what it would become is shown before it is sent.
 */
@Named("correct")
@ViewScoped
public class CorrectionAsking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CorrectionDesk desk;
  @Inject private Notice notice;

  private String student;
  private String sheet;
  private Long position;
  private CorrectionKind kind = CorrectionKind.ERROR;
  private Integer rating;
  private String score;
  private String reason;
  private CorrectionDocument document = CorrectionDocument.MEMO;
  private String number;
  private LocalDate date;
  private CorrectionPolicy.Wish looked;
  private Map<String, String> problems = Map.of();
  private transient CorrectionView view;

  /** Finds the result, and begins with its figures. */
  public void load() {
    if (position == null) {
      position = desk.position(student, sheet);
    }
    CorrectionView.Figures was = getView().was();
    rating = was.rating();
    score =
        was.score() != null
            ? String.valueOf(was.score())
            : was.percent() == null ? was.sign() : String.valueOf(was.percent());
  }

  public CorrectionView getView() {
    if (view == null) {
      view = desk.look(student, position, looked);
    }
    return view;
  }

  private CorrectionPolicy.Wish wish() {
    boolean typed = kind.isTyped();
    String text = score == null ? "" : score.strip();
    Mark mark = Mark.parse(text).filter(Mark::isExamMark).orElse(null);
    return new CorrectionPolicy.Wish(
        kind,
        typed ? rating : null,
        typed && mark == null ? whole(text) : null,
        typed ? mark : null,
        reason,
        document,
        number,
        date);
  }

  private static Integer whole(String text) {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > 100) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.cell.unreadable", "SHT-2", text).at("score"));
    }
    return Integer.valueOf(text);
  }

  /** Shows what would become of the result, and beside its field what speaks against it. */
  public void look() {
    try {
      looked = wish();
      view = null;
      problems = notice.show(new Verdict(getView().problems(), List.of(), false));
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
  }

  /** Sends the request and goes to it; what is refused stays as it was typed. */
  public String ask() {
    try {
      return "/achievement/correction.xhtml?faces-redirect=true&id="
          + desk.request(student, position, wish());
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  /** What is wrong with a field, by field. */
  public Map<String, String> getProblems() {
    return problems;
  }

  public List<CorrectionKind> getKinds() {
    return Arrays.stream(CorrectionKind.values()).filter(CorrectionKind::isAskedFor).toList();
  }

  public CorrectionDocument[] getDocuments() {
    return CorrectionDocument.values();
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  public String getSheet() {
    return sheet;
  }

  public void setSheet(String sheet) {
    this.sheet = sheet;
  }

  public Long getPosition() {
    return position;
  }

  public void setPosition(Long position) {
    this.position = position;
  }

  public CorrectionKind getKind() {
    return kind;
  }

  public void setKind(CorrectionKind kind) {
    this.kind = kind;
  }

  public Integer getRating() {
    return rating;
  }

  public void setRating(Integer rating) {
    this.rating = rating;
  }

  public String getScore() {
    return score;
  }

  public void setScore(String score) {
    this.score = score;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public CorrectionDocument getDocument() {
    return document;
  }

  public void setDocument(CorrectionDocument document) {
    this.document = document;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getDate() {
    return date;
  }

  public void setDate(LocalDate date) {
    this.date = date;
  }
}
