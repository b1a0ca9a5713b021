package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CorrectionKind;
import kz.miras.registrar.achievement.CorrectionView;
import kz.miras.registrar.achievement.service.CorrectionTogether;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.shared.service.Messages;

/** Asking for the correction of several rows of a sheet on one document. */
@Named("correctRows")
@ViewScoped
public class CorrectionRows extends CorrectionForm {

  private static final long serialVersionUID = 1L;

  @Inject private CorrectionTogether desk;
  @Inject private LanguageChoice language;

  private String sheet = KeptAddress.parameter("sheet");
  private final Map<String, TypedRow> typed = new LinkedHashMap<>();
  private transient CorrectionTogether.Rows rows;

  /** A row as it is typed. */
  public static class TypedRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private String rating;
    private String score;

    TypedRow(CorrectionView.Figures was) {
      this.rating = was.rated();
      this.score = was.scored();
    }

    CorrectionTogether.Typed text() {
      return new CorrectionTogether.Typed(rating, score);
    }

    public String getRating() {
      return rating;
    }

    public void setRating(String rating) {
      this.rating = rating;
    }

    public String getScore() {
      return score;
    }

    public void setScore(String score) {
      this.score = score;
    }
  }

  public CorrectionTogether.Rows getRows() {
    if (rows == null) {
      rows = desk.look(sheet, words(CorrectionKind.ERROR), texts());
      rows.rows()
          .forEach(row -> typed.computeIfAbsent(row.studentNo(), no -> new TypedRow(row.was())));
    }
    return rows;
  }

  private Map<String, CorrectionTogether.Typed> texts() {
    return typed.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().text()));
  }

  /** What is typed, by student number. */
  public Map<String, TypedRow> getTyped() {
    return typed;
  }

  /** Shows what would become of the rows typed otherwise. */
  public void look() {
    rows = null;
  }

  /** Sends the requests and goes to the first; what is refused stays as it was typed. */
  public String ask() {
    CorrectionTogether.Asked asked = desk.request(sheet, words(CorrectionKind.ERROR), texts());
    if (asked.id() == null) {
      rows = asked.rows();
      tell(asked.words());
      return null;
    }
    return "/achievement/correction.xhtml?faces-redirect=true&id=" + asked.id();
  }

  /** What speaks against a row. */
  public String problem(CorrectionView.Line row) {
    return String.join(" ", Messages.texts(language.getLanguage(), row.problems()));
  }

  public String getSheet() {
    return sheet;
  }

  public void setSheet(String sheet) {
    this.sheet = sheet;
  }
}
