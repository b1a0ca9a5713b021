package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionPolicy;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.service.CorrectionDesk;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * Asking for the correction of a posted result; what it would become is shown before it is sent.
 */
@Named("correct")
@ViewScoped
public class CorrectionAsking extends CorrectionForm {

  private static final long serialVersionUID = 1L;

  @Inject private CorrectionDesk desk;

  private String student;
  private String sheet;
  private Long position;
  private CorrectionKind kind = CorrectionKind.ERROR;
  private Integer rating;
  private String score;
  private CorrectionPolicy.Wish looked;
  private transient CorrectionView view;

  /** Finds the result, and begins with its figures. */
  public void load() {
    if (position == null) {
      position = desk.position(student, sheet);
    }
    CorrectionView.Figures was = getView().was();
    rating = was.rating();
    score = was.scored();
  }

  public CorrectionView getView() {
    if (view == null) {
      view = desk.look(student, position, looked);
    }
    return view;
  }

  private CorrectionPolicy.Wish wish() {
    return words(kind).of(rating == null ? null : String.valueOf(rating), score);
  }

  /** Shows what would become of the result, and beside its field what speaks against it. */
  public void look() {
    try {
      looked = wish();
      view = null;
      tell(new Verdict(getView().problems(), List.of(), false));
    } catch (RegistrarException.Refused refused) {
      tell(refused);
    }
  }

  /** Sends the request and goes to it; what is refused stays as it was typed. */
  public String ask() {
    try {
      return "/achievement/correction.xhtml?faces-redirect=true&id="
          + desk.request(student, position, wish());
    } catch (RegistrarException.Refused refused) {
      tell(refused);
      return null;
    }
  }

  public List<CorrectionKind> getKinds() {
    return Arrays.stream(CorrectionKind.values()).filter(CorrectionKind::isAskedFor).toList();
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
}
