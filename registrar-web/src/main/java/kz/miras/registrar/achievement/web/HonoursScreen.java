package kz.miras.registrar.achievement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.promotion.HonoursFile;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries.Choice;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries.Line;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries.Outlook;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;

/** The outlook on honours of the students of a programme, today or as of a past day. */
@Named("honours")
@RequestScoped
public class HonoursScreen {

  @Inject private HonoursQueries queries;
  @Inject private HonoursFile file;
  @Inject private LanguageChoice language;

  private String programme;
  private String state;
  private LocalDate on;
  private LocalDate asked;
  private List<Choice> programmes;
  private Outlook outlook;

  public List<Choice> getProgrammes() {
    if (programmes == null) {
      programmes = queries.programmes(on);
    }
    return programmes;
  }

  public HonoursOutlook.State[] getStates() {
    return HonoursOutlook.State.values();
  }

  /** What is shown; null where the programme has nobody to show, on this day or at all. */
  public Outlook getOutlook() {
    boolean known = getProgrammes().stream().anyMatch(one -> one.code().equals(getProgramme()));
    if (outlook == null && known) {
      outlook = queries.outlook(getProgramme(), on);
    }
    return outlook;
  }

  private List<Line> all() {
    return getOutlook() == null ? List.of() : getOutlook().lines();
  }

  /** Those of the state asked for, or all. */
  public List<Line> getLines() {
    return all().stream()
        .filter(line -> getState().isEmpty() || line.outlook().state().name().equals(state))
        .toList();
  }

  /** How many have this outlook. */
  public long count(HonoursOutlook.State of) {
    return all().stream().filter(line -> line.outlook().state() == of).count();
  }

  /** The outlook of the programme as a workbook. */
  public void xlsx() throws IOException {
    Download.xlsx(name(), file.xlsx(programme, on, language.getLanguage()));
  }

  /** The outlook of the programme on paper. */
  public void pdf() throws IOException {
    Download.pdf(name(), file.pdf(programme, on, language.getLanguage()));
  }

  private String name() {
    return "honours-" + programme + (on == null ? "" : "-" + on);
  }

  /** The same for a list of choice. */
  public List<SelectItem> getProgrammeItems() {
    return getProgrammes().stream()
        .map(
            one ->
                new SelectItem(
                    one.code(), one.code() + " " + one.name().in(language.getLanguage())))
        .toList();
  }

  /** As the address says, else the first. */
  public String getProgramme() {
    if (programme == null || programme.isBlank()) {
      programme = getProgrammes().isEmpty() ? "" : getProgrammes().get(0).code();
    }
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }

  /** The past day it is asked for, as it stands in the address; empty for today. */
  public String getOn() {
    return on == null ? "" : on.toString();
  }

  /** A day that cannot be read is today. */
  public void setOn(String day) {
    try {
      on = day == null || day.isBlank() ? null : LocalDate.parse(day);
    } catch (DateTimeParseException unreadable) {
      on = null;
    }
  }

  /** The day in the form: that of the address until another one is asked for. */
  public LocalDate getDay() {
    return on;
  }

  public void setDay(LocalDate day) {
    asked = day;
  }

  /** Goes to the address of what is asked for. */
  public String show() {
    return "/achievement/honours.xhtml?faces-redirect=true&programme="
        + programme
        + (asked == null ? "" : "&on=" + asked);
  }

  /** Empty for all. */
  public String getState() {
    return state == null ? "" : state;
  }

  public void setState(String state) {
    this.state = state;
  }
}
