package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.service.trial.TrialColumn;
import kz.miras.registrar.achievement.service.trial.TrialFile;
import kz.miras.registrar.achievement.service.trial.TrialQueries;
import kz.miras.registrar.achievement.service.trial.TrialView;
import kz.miras.registrar.achievement.service.trial.TrialView.Asked;
import kz.miras.registrar.achievement.service.trial.TrialView.Which;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Paged;

/** A trial of rules: how far it is, what differs, and of whom. */
@Named("ruleTrial")
@ViewScoped
public class TrialScreen extends Paged<TrialView> {

  private static final long serialVersionUID = 1L;

  /** Students on a page. */
  private static final int PAGE = 50;

  @Inject private TrialQueries queries;
  @Inject private TrialFile file;
  @Inject private LanguageChoice language;

  private String id = KeptAddress.parameter("id");
  private String which = KeptAddress.parameter("which");
  private String programme = KeptAddress.parameter("programme");
  private String course = KeptAddress.parameter("course");
  private String text = KeptAddress.parameter("text");
  private transient WorkProgress progress;

  public TrialScreen() {
    super(PAGE);
  }

  @Override
  protected TrialView read(int from, int most) {
    // asked before the outcome is read: who ends between the two is not taken for broken off
    progress = queries.progress(id).orElse(null);
    return queries.view(id, asked(), from, most);
  }

  @Override
  protected int found(TrialView view) {
    return view.found();
  }

  @Override
  protected int listed(TrialView view) {
    return view.lines().size();
  }

  private Asked asked() {
    return new Asked(Which.valueOf(getWhich()), programme, number(course), text);
  }

  private static Integer number(String typed) {
    return typed != null && typed.matches("\\d") ? Integer.valueOf(typed) : null;
  }

  /** Looks again how far it is. */
  public void look() {
    anew();
  }

  /** How far it was when the page was read; null where it does not run on this server. */
  public WorkProgress getProgress() {
    getView();
    return progress;
  }

  /** Whether it goes on. */
  public boolean isRunning() {
    return getProgress() != null && !progress.failed() && !getView().head().isFinished();
  }

  /** Whether nothing works on it any more although it has no outcome. */
  public boolean isBroken() {
    return !getView().head().isFinished() && !isRunning();
  }

  public TrialColumn[] getColumns() {
    return TrialColumn.values();
  }

  public List<TrialColumn> getTableColumns() {
    return TrialColumn.IN_TABLE;
  }

  public Which[] getParts() {
    return Which.values();
  }

  /** Codes of the programmes it is about. */
  public List<String> getProgrammes() {
    return getView().cuts().stream().map(TrialView.Part::code).distinct().toList();
  }

  /** Course years it is about. */
  public List<Integer> getCourses() {
    return getView().cuts().stream()
        .map(TrialView.Part::course)
        .filter(one -> one > 0)
        .distinct()
        .sorted()
        .toList();
  }

  /** Those who are asked for as a workbook. */
  public void xlsx() throws IOException {
    Download.xlsx("rule-trial", file.xlsx(id, asked(), language.getLanguage()));
  }

  /** Those who are asked for on paper. */
  public void pdf() throws IOException {
    Download.pdf("rule-trial", file.pdf(id, asked(), language.getLanguage()));
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getWhich() {
    for (Which known : Which.values()) {
      if (known.name().equals(which)) {
        return which;
      }
    }
    return Which.ALL.name();
  }

  public void setWhich(String which) {
    this.which = which;
  }

  public String getProgramme() {
    return programme;
  }

  public void setProgramme(String programme) {
    this.programme = programme;
  }

  public String getCourse() {
    return course;
  }

  public void setCourse(String course) {
    this.course = course;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
