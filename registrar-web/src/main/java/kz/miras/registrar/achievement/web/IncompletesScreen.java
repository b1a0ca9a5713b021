package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.IncompleteDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Results that are still I, and the acts that ask for the failure of those that have expired and
 * approve it.
 */
@Named("incompletes")
@ViewScoped
public class IncompletesScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private IncompleteDesk desk;
  @Inject private FollowingSheets sheets;
  @Inject private Notice notice;

  private String documentNo;
  private LocalDate documentDate;
  private String reason;
  private Map<String, String> problems = Map.of();
  private transient List<IncompleteDesk.Line> open;

  public List<IncompleteDesk.Line> getOpen() {
    if (open == null) {
      open = desk.open();
    }
    return open;
  }

  /** How many have expired without anybody having asked for their failure. */
  public long getWaiting() {
    return getOpen().stream().filter(line -> line.expired() && !line.asked()).count();
  }

  /** Asks for the failure of all of them. */
  public void ask() {
    try {
      notice.say("achievement.incomplete.asked", desk.askExpiry(documentNo, documentDate, reason));
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    open = null;
  }

  /** How many others have asked for and the user may approve. */
  public long getDecidable() {
    return getOpen().stream().filter(IncompleteDesk.Line::decidable).count();
  }

  /** How many have time left and stand in no sheet of an individual sitting. */
  public long getUnseated() {
    return getOpen().stream().filter(line -> !line.expired() && !line.seated()).count();
  }

  /** Forms the individual sheets of all of them. */
  public void form() {
    notice.say("achievement.incomplete.formed", sheets.formIndividual());
    open = null;
  }

  /** Approves all of them. */
  public void approve() {
    notice.say("achievement.incomplete.approved", desk.approveExpired());
    open = null;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getDocumentNo() {
    return documentNo;
  }

  public void setDocumentNo(String documentNo) {
    this.documentNo = documentNo;
  }

  public LocalDate getDocumentDate() {
    return documentDate;
  }

  public void setDocumentDate(LocalDate documentDate) {
    this.documentDate = documentDate;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
