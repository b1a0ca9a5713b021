package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.service.rating.DispositionDesk;
import kz.miras.registrar.attestation.service.rating.DispositionQueries;
import kz.miras.registrar.attestation.service.rating.DispositionQueries.Alone;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Verdict;

/** Controls taken alone on the page of a sheet that has no journals. */
@Named("alone")
@ViewScoped
public class SheetAlone extends AloneTyping {

  private static final long serialVersionUID = 1L;

  @Inject private SheetScreen page;
  @Inject private DispositionQueries queries;
  @Inject private Words words;
  @Inject private May may;

  private final boolean shown = Boolean.parseBoolean(KeptAddress.parameter("alone"));
  private transient Alone view;

  /** Whether the page was asked for with them: most are read without. */
  public boolean isShown() {
    return shown && page.getGrid().takesRatings();
  }

  /** Whether they may be asked for. */
  public boolean isOffered() {
    return !shown
        && page.getGrid().takesRatings()
        && (may.can(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
            || may.can(Permissions.SHEET_ENTER_RATING)
            || may.can(Permissions.SHEET_ENTER_SUBSTITUTE));
  }

  /** What there is, and whom a disposition may name. */
  public Alone getView() {
    if (view == null) {
      view = queries.of(page.getId());
      getDisposition().propose(view.usualUntil());
    }
    return view;
  }

  /** Whom a disposition may name and in which period, by name. */
  public Map<String, String> getOptions() {
    Map<String, String> options = new LinkedHashMap<>();
    getView()
        .waited()
        .forEach(
            one ->
                options.put(
                    words.of(
                        "attestation.rating.alone.option",
                        one.student(),
                        one.studentNo(),
                        one.period()),
                    one.period() + "/" + one.studentNo()));
    return options;
  }

  @Override
  protected String place() {
    return page.getId();
  }

  @Override
  protected Verdict decided(DispositionDesk by, Disposition typed) {
    // nobody chosen is nobody known
    String[] chosen = Objects.toString(typed.getStudent(), "0/").split("/", 2);
    return by.decide(page.getId(), Integer.parseInt(chosen[0]), chosen[1], typed.basis());
  }

  @Override
  protected void changed() {
    view = null;
    page.anew();
  }
}
