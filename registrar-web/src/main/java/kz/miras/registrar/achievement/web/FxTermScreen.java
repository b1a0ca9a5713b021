package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.FxDesk;
import kz.miras.registrar.achievement.service.FxQueries;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;

/** The FX retakes of a whole term: rights, slips and sheets, each in one act. */
@Named("fxTerm")
@ViewScoped
public class FxTermScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private FxQueries queries;
  @Inject private FxDesk desk;
  @Inject private FollowingSheets sheets;
  @Inject private TermQueries calendar;
  @Inject private Notice notice;
  @Inject private Words words;

  private Long term;
  private transient FxQueries.Waiting waiting;

  /** Terms to choose from, the current one first. */
  public Map<String, Long> getTerms() {
    Map<String, Long> terms = new LinkedHashMap<>();
    calendar
        .terms()
        .forEach(t -> terms.put(t.code() + " · " + words.get("calendar.term." + t.type()), t.id()));
    return terms;
  }

  /** What waits in the chosen term. */
  public FxQueries.Waiting getWaiting() {
    if (waiting == null) {
      waiting = queries.waiting(getTerm());
    }
    return waiting;
  }

  /** Gives rights that publication could not give. */
  public void open() {
    done("achievement.fx.opened-many", desk.openAll(getTerm()));
  }

  /** Issues slips to whoever has asked. */
  public void issueAsked() {
    done("achievement.fx.issued-many", desk.issueAll(getTerm(), false));
  }

  /** Issues slips to everybody who has the right. */
  public void issueListed() {
    done("achievement.fx.issued-many", desk.issueAll(getTerm(), true));
  }

  /** Forms the sheets from the slips. */
  public void form() {
    done("achievement.fx.formed-many", sheets.formAll(getTerm()));
  }

  private void done(String code, int many) {
    notice.say(code, many);
    waiting = null;
  }

  /** Shows the chosen term at an address of its own. */
  public String look() {
    return "/achievement/fx.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** The chosen term, the current one at first. */
  public Long getTerm() {
    if (term == null) {
      term = getTerms().values().stream().findFirst().orElse(null);
    }
    return term;
  }

  public void setTerm(Long term) {
    this.term = term;
  }
}
