package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.service.appeal.AppealDesk;
import kz.miras.registrar.attestation.service.appeal.AppealFile;
import kz.miras.registrar.attestation.service.appeal.AppealQueries;
import kz.miras.registrar.attestation.service.appeal.AppealView;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** An appeal and the steps of its course outside the commission. */
@Named("appeal")
@ViewScoped
public class AppealScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AppealQueries queries;
  @Inject private AppealDesk desk;
  @Inject private AppealFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private String commission;
  private String refusal;
  private LocalDate day;
  private LocalTime hour;
  private String place;
  private Map<String, String> problems = Map.of();
  private transient AppealView view;
  private transient List<AppealQueries.CommissionChoice> commissions;

  public AppealView getView() {
    if (view == null) {
      view = queries.view(id);
    }
    return view;
  }

  /** Commissions to choose from; none where the reader chooses none. */
  public List<AppealQueries.CommissionChoice> getCommissions() {
    if (commissions == null) {
      commissions =
          getView().may("ANSWER") || getView().may("SCHEDULE")
              ? queries.commissions(id)
              : List.of();
    }
    return commissions;
  }

  public String accept() {
    return step(() -> desk.accept(id, commission), "attestation.appeal.accepted");
  }

  public String reject() {
    return step(() -> desk.reject(id, refusal), "attestation.appeal.rejected");
  }

  public String schedule() {
    return step(
        () -> desk.schedule(id, commission, day, hour, place), "attestation.appeal.scheduled");
  }

  public String apply() {
    return step(() -> desk.apply(id), "attestation.appeal.applied");
  }

  /** Does a step and shows the page anew; what is refused stands beside its field. */
  private String step(Runnable work, String said) {
    try {
      work.run();
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      view = null;
      return null;
    }
    notice.done(said);
    return "/attestation/appeal.xhtml?faces-redirect=true&id=" + id;
  }

  public void printProtocol() throws IOException {
    Download.pdf(
        "protocol-" + getView().protocol().number(), file.protocol(id, language.getLanguage()));
  }

  public void printSheet() throws IOException {
    Download.pdf("appeal-" + getView().number(), file.sheet(id, language.getLanguage()));
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

  /** The chosen commission; to begin with the one that has the appeal. */
  public String getCommission() {
    if (commission == null && getView().commission() != null) {
      commission = getView().commission().id();
    }
    return commission;
  }

  public void setCommission(String commission) {
    this.commission = commission;
  }

  public String getRefusal() {
    return refusal;
  }

  public void setRefusal(String refusal) {
    this.refusal = refusal;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public LocalTime getHour() {
    return hour;
  }

  public void setHour(LocalTime hour) {
    this.hour = hour;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }
}
