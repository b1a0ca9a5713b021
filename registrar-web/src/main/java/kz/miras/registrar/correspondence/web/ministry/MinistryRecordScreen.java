package kz.miras.registrar.correspondence.web.ministry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RecordDifference;
import kz.miras.registrar.correspondence.service.ministry.MinistryDeletion;
import kz.miras.registrar.correspondence.service.ministry.MinistryDesk;
import kz.miras.registrar.correspondence.service.ministry.RecordView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** One record of the platform: what would be sent, what is wrong with it, what differs there. */
@Named("ministryRecord")
@RequestScoped
public class MinistryRecordScreen {

  /** Type and number, as lists link to it. */
  private static final Pattern KEY = Pattern.compile("([A-Z_]{1,32})-(\\d{1,10})");

  /** Findings that are mended by a number of a dictionary. */
  private static final List<String> OF_DICTIONARIES = List.of("GOV-2", "GOV-14");

  @Inject private MinistryDesk desk;
  @Inject private MinistryDeletion deletion;
  @Inject private Notice notice;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private RecordView view;
  private Map<String, String> problems = Map.of();

  public RecordView getView() {
    if (view == null) {
      Matcher key = KEY.matcher(id == null ? "" : id);
      if (!key.matches()) {
        throw new RegistrarException.NotFound("ministry-record", id);
      }
      PlatformType type =
          Arrays.stream(PlatformType.values())
              .filter(one -> one.name().equals(key.group(1)))
              .findFirst()
              .orElseThrow(() -> new RegistrarException.NotFound("ministry-record", id));
      view = desk.record(type, Long.parseLong(key.group(2)));
    }
    return view;
  }

  /** Whether a finding is mended by a number of a dictionary. */
  public boolean isSetup(Refusal finding) {
    return OF_DICTIONARIES.contains(finding.rule());
  }

  /** Address where a finding is mended. */
  public String mend(Refusal finding) {
    return isSetup(finding) || getView().page() == null
        ? "/correspondence/ministry-setup.xhtml?type=" + getView().type().name()
        : getView().page();
  }

  /** Whether it is there only, and the caller may have it deleted. */
  public boolean isDeletable() {
    return may.can("exchange.approve")
        && getView().fields().isEmpty()
        && getView().differences().stream()
            .anyMatch(one -> one.kind() == RecordDifference.Kind.EXTRA);
  }

  /** Has it deleted there. */
  public String delete() {
    try {
      boolean deleted = deletion.delete(getView().type(), getView().number(), reason);
      notice.done(deleted ? "ministry.delete.done" : "ministry.delete.gone");
      return "/correspondence/ministry-compare.xhtml?faces-redirect=true";
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
