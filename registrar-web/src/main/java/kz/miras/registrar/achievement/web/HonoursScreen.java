package kz.miras.registrar.achievement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.achievement.service.promotion.HonoursFile;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries.Choice;
import kz.miras.registrar.achievement.service.promotion.HonoursQueries.Line;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;

/** The outlook on honours of the students of a programme. */
@Named("honours")
@RequestScoped
public class HonoursScreen {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject private HonoursQueries queries;
  @Inject private HonoursFile file;
  @Inject private LanguageChoice language;

  private String programme;
  private String state;
  private List<Choice> programmes;
  private List<Line> all;

  public List<Choice> getProgrammes() {
    if (programmes == null) {
      programmes = queries.programmes();
    }
    return programmes;
  }

  public HonoursOutlook.State[] getStates() {
    return HonoursOutlook.State.values();
  }

  private List<Line> all() {
    if (all == null) {
      all = getProgramme().isEmpty() ? List.of() : queries.of(getProgramme());
    }
    return all;
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
    Download.attachment(
        XLSX, "honours-" + programme + ".xlsx", file.xlsx(programme, language.getLanguage()));
  }

  /** The outlook of the programme on paper. */
  public void pdf() throws IOException {
    Download.pdf("honours-" + programme, file.pdf(programme, language.getLanguage()));
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

  /** Empty for all. */
  public String getState() {
    return state == null ? "" : state;
  }

  public void setState(String state) {
    this.state = state;
  }
}
