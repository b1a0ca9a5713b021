package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.integrity.IntegrityOutcome;
import kz.miras.registrar.achievement.service.integrity.IntegrityDesk;
import kz.miras.registrar.achievement.service.integrity.IntegrityFile;
import kz.miras.registrar.achievement.service.integrity.IntegrityQueries;
import kz.miras.registrar.achievement.service.integrity.IntegrityReports;
import kz.miras.registrar.achievement.service.integrity.IntegrityView;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** The report of unusual sheets and changes of a month, and remarks on its flags. */
@Named("integrity")
@ViewScoped
public class IntegrityScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private IntegrityQueries queries;
  @Inject private IntegrityDesk desk;
  @Inject private IntegrityFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String month;
  private String chosen;
  private IntegrityOutcome outcome;
  private String text;
  private Map<String, String> problems = Map.of();
  private transient IntegrityView view;
  private transient IntegrityReports.SoFar soFar;

  public IntegrityView getView() {
    if (view == null) {
      view = queries.of(month);
    }
    return view;
  }

  /** What a month that is not over has had so far. */
  public IntegrityReports.SoFar getSoFar() {
    if (soFar == null) {
      soFar = queries.soFar();
    }
    return soFar;
  }

  public List<YearMonth> getMonths() {
    return queries.months();
  }

  /** Whether the month shown is the one that is on. */
  public boolean isNow() {
    return getView().made() == null && getView().month().equals(getMonths().get(0));
  }

  /** Makes the report of the month shown. */
  public void make() {
    desk.make(getView().month().toString());
    view = null;
  }

  /** Begins a remark on a flag. */
  public void choose(String flag) {
    chosen = flag;
    outcome = null;
    text = null;
  }

  /** Keeps the remark; what is refused stays as it was typed. */
  public void remark() {
    try {
      desk.remark(chosen, outcome, text);
      choose(null);
      notice.say("achievement.integrity.kept");
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    view = null;
  }

  /** The flag a remark is being made on; null where none is. */
  public IntegrityView.Flag getFlag() {
    return getView().flags().stream()
        .filter(flag -> flag.id().equals(chosen))
        .findFirst()
        .orElse(null);
  }

  public IntegrityOutcome[] getOutcomes() {
    return IntegrityOutcome.values();
  }

  /** The report as a workbook. */
  public void xlsx() throws IOException {
    Download.xlsx(
        "integrity-" + getView().month(),
        file.xlsx(getView().month().toString(), language.getLanguage()));
  }

  /** The report on paper. */
  public void pdf() throws IOException {
    String of = getView().month().toString();
    Download.pdf("integrity-" + of, file.pdf(of, language.getLanguage()));
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }

  public IntegrityOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(IntegrityOutcome outcome) {
    this.outcome = outcome;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
