package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.calendar.service.TermQueries.TermChoice;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.registration.HoldKind;
import kz.miras.registrar.registration.rehearsal.RehearsalReport;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Cause;
import kz.miras.registrar.registration.service.rehearsal.RehearsalDesk;
import kz.miras.registrar.registration.service.rehearsal.RehearsalDesk.Setting;
import kz.miras.registrar.registration.service.rehearsal.RehearsalProgress;
import kz.miras.registrar.shared.service.Messages;

/** Starts a rehearsal of a term's registration, shows how far it is and what it found. */
@Named("rehearsal")
@ViewScoped
public class RehearsalScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Students named on the page; all are counted. */
  private static final int NAMED = 300;

  @Inject private RehearsalDesk desk;
  @Inject private TermQueries termQueries;
  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private Shown shown;
  @Inject private May may;

  private String term = KeptAddress.parameter("term");
  private boolean replay;
  private boolean holds = true;
  private long seed = 1;
  private Cause cause;
  private RehearsalProgress progress;
  private transient List<TermChoice> terms;
  private transient Map<String, String> logs;

  /** Terms that can be tried out; the summer has applications of its own. */
  public List<TermChoice> getTerms() {
    if (terms == null) {
      terms = termQueries.ahead().stream().filter(one -> !one.type().equals("SUMMER")).toList();
    }
    return terms;
  }

  /** The term whose log could be replayed; null where there is none. */
  public String getLog() {
    if (logs == null) {
      logs = new TreeMap<>();
    }
    return getTerm().isEmpty()
        ? null
        : logs.computeIfAbsent(getTerm(), one -> desk.logOf(one).orElse(null));
  }

  public void start() {
    progress = new RehearsalProgress();
    desk.run(new Setting(getTerm(), replay && getLog() != null, holds, seed), progress);
  }

  public boolean isRunning() {
    return progress != null && !progress.ended();
  }

  public RehearsalProgress getProgress() {
    return progress;
  }

  public RehearsalReport getReport() {
    return progress == null ? null : progress.report();
  }

  /** Disciplines with fewer seats than wishes, the largest want first. */
  public List<RehearsalReport.Demand> getWanting() {
    return getReport().demand().stream()
        .filter(one -> one.missing() > 0 || one.over() > 0)
        .toList();
  }

  /** Sections without a seat left, those first that filled first. */
  public List<RehearsalReport.Filled> getFull() {
    return getReport().sections().stream()
        .filter(RehearsalReport.Filled::isFull)
        .sorted(
            Comparator.comparing(RehearsalReport.Filled::filledAt)
                .thenComparingInt(RehearsalReport.Filled::filledBy))
        .toList();
  }

  /** Students without a whole plan, for a reason or any. */
  public List<RehearsalReport.Left> getLeft() {
    return getReport().left().stream()
        .filter(
            one -> cause == null || one.lines().stream().anyMatch(line -> line.cause() == cause))
        .limit(NAMED)
        .toList();
  }

  /** Students whom holds stop; all are counted. */
  public List<RehearsalReport.Stopped> getStopped() {
    return getReport().stopped().stream().limit(NAMED).toList();
  }

  /** What the choices were drawn from. */
  public String getElectives() {
    RehearsalReport.Electives drawn = getReport().electives();
    String of =
        drawn.catalogue() == 0
            ? drawn.curriculum() == 0 ? "none" : "curriculum"
            : drawn.curriculum() == 0 ? "catalogue" : "both";
    return Messages.text(
        language.getLanguage(),
        "registration.rehearsal.electives." + of,
        of.equals("curriculum") ? drawn.curriculum() : drawn.catalogue(),
        drawn.curriculum());
  }

  public HoldKind[] getHoldKinds() {
    return HoldKind.values();
  }

  /** How many students miss something for a reason. */
  public long count(Cause of) {
    return getReport().left().stream()
        .filter(one -> one.lines().stream().anyMatch(line -> line.cause() == of))
        .count();
  }

  public Cause[] getCauses() {
    return Cause.values();
  }

  /** Looks at one reason; the same again at all. */
  public void look(Cause at) {
    cause = at == cause ? null : at;
  }

  /** Why a wish was not fulfilled: what lacks seats, or which rule refuses, in short. */
  public String why(RehearsalReport.Lost lost) {
    String said = Messages.text(language.getLanguage(), lost.cause().key());
    if (!lost.lacking().isEmpty()) {
      return said
          + ": "
          + lost.lacking().stream()
              .map(kind -> words.get(kind.key()))
              .collect(Collectors.joining(", "));
    }
    String rule = lost.code() == null ? null : lost.code() + ".short";
    return rule != null && Messages.has(language.getLanguage(), rule)
        ? said + ": " + Messages.text(language.getLanguage(), rule)
        : said;
  }

  /** The whole report as a workbook. */
  public void download() throws IOException {
    if (getReport() != null) {
      RehearsalFile file =
          new RehearsalFile(
              getReport(), may.can(Permissions.HOLD_READ), words::get, this::why, shown::second);
      Download.xlsx("rehearsal-" + getTerm(), file.bytes());
    }
  }

  /** Share of the seats or of the wishes, whichever is larger, in percent. */
  public double share(int count, RehearsalReport.Demand of) {
    return 100.0 * count / Math.max(1, Math.max(of.seats(), of.wanted()));
  }

  public Cause getCause() {
    return cause;
  }

  public String getTerm() {
    // an address may name a term that is over or a summer semester: the next one stands for it
    List<String> codes = getTerms().stream().map(TermChoice::code).toList();
    return codes.contains(term) || codes.isEmpty() ? Objects.toString(term, "") : codes.get(0);
  }

  public void setTerm(String term) {
    this.term = term;
  }

  public boolean isReplay() {
    return replay;
  }

  public void setReplay(boolean replay) {
    this.replay = replay;
  }

  public boolean isHolds() {
    return holds;
  }

  public void setHolds(boolean holds) {
    this.holds = holds;
  }

  public long getSeed() {
    return seed;
  }

  public void setSeed(long seed) {
    this.seed = seed;
  }
}
