package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.service.appeal.AppealDesk;
import kz.miras.registrar.attestation.service.appeal.AppealQueries;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** What a student may appeal and has appealed. */
@Named("myAppeals")
@ViewScoped
public class MyAppeals implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AppealQueries queries;
  @Inject private AppealDesk desk;
  @Inject private Notice notice;

  private String sheet;
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient List<AppealQueries.Opening> openings;
  private transient List<AppealQueries.Own> own;

  public List<AppealQueries.Opening> getOpenings() {
    if (openings == null) {
      openings = queries.openings();
    }
    return openings;
  }

  public List<AppealQueries.Own> getOwn() {
    if (own == null) {
      own = queries.own();
    }
    return own;
  }

  /** The result that is about to be appealed; null for none. */
  public AppealQueries.Opening getChosen() {
    return getOpenings().stream()
        .filter(one -> one.sheet().equals(sheet) && one.isOpen())
        .findFirst()
        .orElse(null);
  }

  /** Files it and shows the page anew; what is refused stands beside its field. */
  public String file() {
    try {
      desk.file(sheet, reason);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      openings = null;
      return null;
    }
    notice.done("attestation.appeal.sent");
    return "/attestation/my-appeals.xhtml?faces-redirect=true";
  }

  /** Why a result may not be appealed, in a sentence. */
  public String why(AppealQueries.Opening opening) {
    return opening.isOpen() ? "" : notice.text(opening.problems().get(0));
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getSheet() {
    return sheet;
  }

  public void setSheet(String sheet) {
    this.sheet = sheet;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
