package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.RequestQueries;
import kz.miras.registrar.registration.service.RequestView;
import kz.miras.registrar.shared.Refusal;

/** Requests for a decision beside the plan they are about, and the way from a refusal to one. */
@Named("planRequests")
@RequestScoped
public class PlanRequests {

  private static final String ENTRY = "/registration/request-entry.xhtml?kind=";

  @Inject private RequestQueries queries;
  @Inject private May may;

  private List<RequestView.Brief> requests;

  /** What was asked for about the student in the term, the newest first. */
  public List<RequestView.Brief> of(String student, String term) {
    if (requests == null) {
      // whoever reads plans need not read requests
      requests =
          may.can(Permissions.ENROL_REQUEST_READ) ? queries.requests(student, term) : List.of();
    }
    return requests;
  }

  /** The request that waits and may answer this refusal of a line; null for none. */
  public RequestView.Brief waiting(
      String student, String term, PlanAnswer.Line line, Refusal refusal) {
    return line.offering() == null
        ? null
        : of(student, term).stream()
            .filter(one -> one.offering().equals(line.offering().toString()))
            .filter(
                one ->
                    RequestSound.answers(
                        one.status(),
                        one.kind(),
                        one.rule(),
                        refusal,
                        RegistrationRules.waivable()))
            .findFirst()
            .orElse(null);
  }

  /**
   * Address of the form that asks for what would satisfy a refusal of a line, filled in; null where
   * no decision does, or where the caller asks for none.
   *
   * @param way what the form has sent for the line; null or empty for nothing
   */
  public String address(String student, PlanAnswer.Line line, Refusal refusal, String way) {
    RequestKind kind = kind(line, refusal);
    if (kind == null || kind.askedBy().stream().noneMatch(may::can)) {
      return null;
    }
    String rule = kind == RequestKind.WAIVER ? "&rule=" + refusal.rule() : "";
    return ENTRY
        + kind
        + "&student="
        + student
        + "&offering="
        + line.offering()
        + "&type="
        + line.type()
        + rule
        + places(line, way);
  }

  /** Group and stream, where they are of the offering the refusal is about. */
  private static String places(PlanAnswer.Line line, String way) {
    if (way == null || way.isBlank() || OnlyChosen.is(way)) {
      return "";
    }
    ChosenWay chosen = ChosenWay.of(way);
    return chosen.offering().equals(line.offering())
        ? naming(chosen.group(), "group") + naming(chosen.stream(), "stream")
        : "";
  }

  /** A section as an address of the form names it by code; empty for none. */
  static String naming(String code, String as) {
    return code == null || code.isBlank()
        ? ""
        : "&" + as + "=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
  }

  /** A decision is about a seat: what is only chosen is asked for when it is offered. */
  private static RequestKind kind(PlanAnswer.Line line, Refusal refusal) {
    return line.offering() == null
        ? null
        : RequestSound.answering(refusal, RegistrationRules.waivable()).orElse(null);
  }
}
