package kz.miras.registrar.correspondence.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.correspondence.service.FileCaseQueries;
import kz.miras.registrar.correspondence.service.LetterDesk;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;

/** The nomenclature of a year: cases to open, to close, to carry over. */
@Named("fileCases")
@ViewScoped
public class FileCaseYear extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private FileCaseQueries queries;
  @Inject private LetterDesk desk;

  private int year = year(KeptAddress.parameter("year"));
  private transient List<FileCaseQueries.Line> lines;

  private static int year(String text) {
    return text != null && text.matches("2[0-3]\\d\\d") ? Integer.parseInt(text) : 0;
  }

  @Override
  protected void afresh() {
    lines = null;
  }

  /** The year that is shown; this year where none is named. */
  public int getYear() {
    if (year == 0) {
      year = queries.thisYear();
    }
    return year;
  }

  public List<FileCaseQueries.Line> getLines() {
    if (lines == null) {
      lines = queries.of(getYear());
    }
    return lines;
  }

  /** Closes a case. */
  public String close(String id) {
    return step(page(getYear()), () -> desk.closeCase(id), "correspondence.done.closed");
  }

  /** Carries the cases of the year over and shows the next year. */
  public String carryOver() {
    return step(
        page(getYear() + 1), () -> desk.carryOver(getYear()), "correspondence.done.carried");
  }

  private static String page(int of) {
    return "/correspondence/file-cases.xhtml?faces-redirect=true&year=" + of;
  }
}
