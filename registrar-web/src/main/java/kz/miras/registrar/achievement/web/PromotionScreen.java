package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.service.promotion.PromotionDesk;
import kz.miras.registrar.achievement.service.promotion.PromotionFile;
import kz.miras.registrar.achievement.service.promotion.PromotionProgress;
import kz.miras.registrar.achievement.service.promotion.PromotionQueries;
import kz.miras.registrar.achievement.service.promotion.PromotionView;
import kz.miras.registrar.achievement.service.promotion.PromotionView.Part;
import kz.miras.registrar.achievement.service.promotion.PromotionWork;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Paged;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** The end of a year of a school: its students, and the next step. */
@Named("promotion")
@ViewScoped
public class PromotionScreen extends Paged<PromotionView> {

  private static final long serialVersionUID = 1L;

  /** Lines on a page. */
  private static final int PAGE = 100;

  @Inject private PromotionQueries queries;
  @Inject private PromotionDesk desk;
  @Inject private PromotionWork work;
  @Inject private PromotionFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private String part = KeptAddress.parameter("part");
  private String text = KeptAddress.parameter("text");
  private String note;
  private PromotionProgress progress;

  public PromotionScreen() {
    super(PAGE);
  }

  @Override
  protected PromotionView read(int from, int most) {
    return queries.view(id, asked(), text, from, most);
  }

  @Override
  protected int found(PromotionView view) {
    return view.found();
  }

  @Override
  protected int listed(PromotionView view) {
    return view.lines().size();
  }

  private Part asked() {
    for (Part known : Part.values()) {
      if (known.name().equals(part)) {
        return known;
      }
    }
    return Part.ALL;
  }

  public Part[] getParts() {
    return Part.values();
  }

  /** Lines of a part. */
  public int count(Part of) {
    PromotionView.Counts counts = getView().counts();
    return switch (of) {
      case ALL -> counts.all();
      case UNDECIDED -> counts.undecided();
      case LEFT_OUT -> counts.leftOut();
      case FLAGGED -> counts.flagged();
      case CHANGED -> counts.changed();
      case STALE -> counts.stale();
      case PROMOTED, PROMOTED_WITH_DEBT, REPEAT, GRADUATED ->
          counts.of(PromotionOutcome.valueOf(of.name()));
    };
  }

  /** Proposes anew beside the page, which shows how far it is. */
  public void prepare() {
    progress = new PromotionProgress();
    work.preparing(id, progress);
  }

  /** Looks how far the work is; tells what came of it once. */
  public void look() {
    anew();
    if (progress != null && progress.ended()) {
      told(progress);
      progress = null;
    }
  }

  private void told(PromotionProgress done) {
    if (done.failed()) {
      notice.warn("achievement.promotion.failed");
    } else if (!done.refusals().isEmpty()) {
      refused(done.refusals());
    } else if (done.givenUp() > 0) {
      notice.warn("achievement.promotion.given-up", done.givenUp());
    }
  }

  private void refused(List<Refusal> reasons) {
    notice.show(Verdict.refused(reasons.toArray(new Refusal[0])));
  }

  /** Whether the work goes on. */
  public boolean isRunning() {
    return progress != null && !progress.ended();
  }

  /** Whether the page is to look again: the work goes on, or nobody was told what came of it. */
  public boolean isWatched() {
    return progress != null;
  }

  public PromotionProgress getProgress() {
    return progress;
  }

  /** Takes the draft away. */
  public String discard() {
    desk.discard(id);
    return "/achievement/promotions.xhtml?faces-redirect=true";
  }

  public void submit() {
    act(() -> desk.submit(id), "achievement.promotion.submitted");
  }

  public void agree() {
    act(() -> desk.agree(id), "achievement.promotion.agreed");
  }

  public void giveBack() {
    act(() -> desk.giveBack(id, note), "achievement.promotion.status.DRAFT");
  }

  private void act(Runnable step, String done) {
    anew();
    try {
      step.run();
      notice.say(done);
    } catch (RegistrarException.Refused e) {
      refused(
          e.refusals().stream()
              .map(one -> new Refusal(one.code(), one.rule(), "", one.args()))
              .toList());
    }
  }

  /** The run as a workbook. */
  public void xlsx() throws IOException {
    Download.xlsx(name(), file.xlsx(id, language.getLanguage()));
  }

  /** The run on paper. */
  public void pdf() throws IOException {
    Download.pdf(name(), file.pdf(id, language.getLanguage()));
  }

  private String name() {
    PromotionView.Head head = getView().head();
    String unit = head.programmeCode() == null ? head.schoolCode() : head.programmeCode();
    return "end-of-year-" + head.yearStart() + "-" + unit;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getPart() {
    return asked().name();
  }

  public void setPart(String part) {
    this.part = part;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
