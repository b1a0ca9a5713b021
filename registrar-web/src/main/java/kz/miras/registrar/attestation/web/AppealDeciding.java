package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.attestation.appeal.AppealHearing;
import kz.miras.registrar.attestation.appeal.AppealProposal;
import kz.miras.registrar.attestation.service.appeal.AppealView;
import kz.miras.registrar.attestation.service.appeal.HearingDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** The protocol of a hearing as the secretary types it. */
@Named("deciding")
@ViewScoped
public class AppealDeciding implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private HearingDesk desk;
  @Inject private Notice notice;
  @Inject private Words words;

  /** By member; empty for absent. */
  private final Map<Long, String> votes = new HashMap<>();

  private Long presiding;
  private boolean applicantPresent;
  private AppealProposal.Kind kind = AppealProposal.Kind.CHANGE;
  private Integer score;
  private Integer rating;
  private String arguments;
  private String becomes;
  private Map<String, String> problems = Map.of();

  /** Begins with the figures that stand and with the chair. */
  public void begin(AppealView view) {
    if (presiding == null && view.may("DECIDE")) {
      rating = view.standing() == null ? null : view.standing().rating();
      presiding =
          view.commission().seats().stream()
              .filter(seat -> seat.office().equals("CHAIR") && !seat.excluded())
              .map(AppealView.Seat::id)
              .findFirst()
              .orElse(null);
    }
  }

  /** Tells what would come of the proposal. */
  public void look(String appeal) {
    HearingDesk.Preview preview = desk.preview(appeal, proposal());
    problems = notice.show(new Verdict(preview.problems(), List.of(), false));
    becomes = preview.percent() == null ? preview.sign() : preview.percent() + " " + preview.sign();
  }

  /** Writes the protocol and shows the page anew; what is refused stands beside its field. */
  public String decide(String appeal) {
    Map<Long, AppealHearing.Vote> present = new HashMap<>();
    votes.forEach(
        (member, vote) -> {
          if (vote != null && !vote.isEmpty()) {
            present.put(member, AppealHearing.Vote.valueOf(vote));
          }
        });
    try {
      String number =
          desk.decide(
              appeal,
              new AppealHearing(present, presiding, applicantPresent, arguments, proposal()));
      notice.done("attestation.appeal.protocol-written", number);
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
    return "/attestation/appeal.xhtml?faces-redirect=true&id=" + appeal;
  }

  private AppealProposal proposal() {
    return kind == AppealProposal.Kind.CHANGE
        ? new AppealProposal(kind, score, rating)
        : new AppealProposal(kind, null, null);
  }

  public AppealProposal.Kind[] getKinds() {
    return AppealProposal.Kind.values();
  }

  public AppealHearing.Vote[] getWays() {
    return AppealHearing.Vote.values();
  }

  /** What the proposal would make of the result, in a sentence; empty until asked. */
  public String getBecomes() {
    return becomes == null || becomes.isBlank()
        ? ""
        : words.of("attestation.appeal.would-be", becomes);
  }

  public Map<Long, String> getVotes() {
    return votes;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Long getPresiding() {
    return presiding;
  }

  public void setPresiding(Long presiding) {
    this.presiding = presiding;
  }

  public boolean isApplicantPresent() {
    return applicantPresent;
  }

  public void setApplicantPresent(boolean applicantPresent) {
    this.applicantPresent = applicantPresent;
  }

  public AppealProposal.Kind getKind() {
    return kind;
  }

  public void setKind(AppealProposal.Kind kind) {
    this.kind = kind;
  }

  public Integer getScore() {
    return score;
  }

  public void setScore(Integer score) {
    this.score = score;
  }

  public Integer getRating() {
    return rating;
  }

  public void setRating(Integer rating) {
    this.rating = rating;
  }

  public String getArguments() {
    return arguments;
  }

  public void setArguments(String arguments) {
    this.arguments = arguments;
  }
}
