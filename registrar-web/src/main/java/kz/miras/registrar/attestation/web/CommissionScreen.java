package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.attestation.service.appeal.CommissionDesk;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** A commission that hears appeals: its order, its members, the end of its work. */
@Named("commission")
@ViewScoped
public class CommissionScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private CommissionDesk desk;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private LocalDate lastDay;
  private Map<String, String> problems = Map.of();
  private transient CommissionDesk.Card card;

  public CommissionDesk.Card getCard() {
    if (card == null) {
      card = desk.card(id);
    }
    return card;
  }

  public void renew() {
    notice.say("attestation.commission.renewed", desk.renewRights(id));
    card = null;
  }

  /** Ends its work; what is refused stands beside its field. */
  public void end() {
    try {
      desk.end(id, lastDay);
      notice.say("attestation.commission.finished");
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
    }
    card = null;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public LocalDate getLastDay() {
    return lastDay;
  }

  public void setLastDay(LocalDate lastDay) {
    this.lastDay = lastDay;
  }
}
