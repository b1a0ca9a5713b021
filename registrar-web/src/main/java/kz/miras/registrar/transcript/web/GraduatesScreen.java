package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.service.diploma.DiplomaQueries;
import kz.miras.registrar.transcript.service.diploma.DiplomaQueries.Choice;
import kz.miras.registrar.transcript.service.diploma.DiplomaQueries.Line;

/** The graduates of a year by programme, each with what stands against the diploma. */
@Named("graduates")
@RequestScoped
public class GraduatesScreen {

  @Inject private DiplomaQueries queries;
  @Inject private LanguageChoice language;
  @Inject private May may;

  private Integer year;
  private String programme;
  private List<Integer> years;
  private List<Choice> programmes;
  private List<Line> lines;

  public List<Integer> getYears() {
    if (years == null) {
      years = queries.years();
    }
    return years;
  }

  /** As the address says, else the last one with graduates. */
  public Integer getYear() {
    if (year == null) {
      year =
          getYears().stream()
              .filter(one -> !queries.programmes(one).isEmpty())
              .findFirst()
              .orElse(getYears().get(0));
    }
    return year;
  }

  /** The year as the address says it. */
  public String getAsked() {
    return getYear().toString();
  }

  /** One nobody graduated in is none. */
  public void setAsked(String asked) {
    year = getYears().stream().filter(one -> one.toString().equals(asked)).findFirst().orElse(null);
  }

  private List<Choice> programmes() {
    if (programmes == null) {
      programmes = queries.programmes(getYear());
    }
    return programmes;
  }

  public List<SelectItem> getProgrammeItems() {
    return programmes().stream()
        .map(
            one ->
                new SelectItem(
                    one.code(), one.code() + " " + one.name().in(language.getLanguage())))
        .toList();
  }

  /** As the address says, else the first. */
  public String getProgramme() {
    boolean known = programmes().stream().anyMatch(one -> one.code().equals(programme));
    if (!known) {
      programme = programmes().isEmpty() ? "" : programmes().get(0).code();
    }
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }

  public List<Line> getLines() {
    if (lines == null) {
      lines = getProgramme().isEmpty() ? List.of() : queries.graduates(programme, year);
    }
    return lines;
  }

  /** How many diplomas nothing stands against. */
  public long getReady() {
    return getLines().stream().filter(line -> line.gaps().isAllowed()).count();
  }

  /** Address of the page a gap of a line is mended on. */
  public String place(Line line, Refusal gap) {
    return DiplomaPlaces.of(gap, line.number(), line.student(), may);
  }
}
