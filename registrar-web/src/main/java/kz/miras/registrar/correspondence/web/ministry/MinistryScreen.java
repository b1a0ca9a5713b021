package kz.miras.registrar.correspondence.web.ministry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.service.ministry.MinistryDesk;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** How the exchange with the platform stands, and what is begun there. */
@Named("ministry")
@ViewScoped
public class MinistryScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private MinistryDesk desk;
  @Inject private Notice notice;

  private final Map<String, Boolean> chosen = new HashMap<>();
  private boolean onlyDue = true;
  private transient MinistryDesk.Overview view;

  public MinistryDesk.Overview getView() {
    if (view == null) {
      view = desk.overview();
    }
    return view;
  }

  /** Looks what would be refused. */
  public String check() {
    return begin(RunKind.CHECK);
  }

  /** Writes what would be sent into files. */
  public String dryRun() {
    return begin(RunKind.DRY_RUN);
  }

  public String send() {
    return begin(RunKind.SEND);
  }

  /** Reads what is there and compares it. */
  public String readBack() {
    return begin(RunKind.READ_BACK);
  }

  private String begin(RunKind kind) {
    try {
      return "/correspondence/ministry-run.xhtml?faces-redirect=true&id="
          + desk.begin(kind, types(), onlyDue);
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
      return null;
    } catch (RegistrarException.Conflict busy) {
      notice.warn(busy.code());
      return null;
    }
  }

  private List<PlatformType> types() {
    return Stream.of(PlatformType.values())
        .filter(type -> Boolean.TRUE.equals(chosen.get(type.name())))
        .toList();
  }

  /** Chooses what the ministry wants every day. */
  public void everyDay() {
    chosen.clear();
    PlatformType.everyDay().forEach(type -> chosen.put(type.name(), true));
  }

  /** Types that are meant, by their names; none for all. */
  public Map<String, Boolean> getChosen() {
    return chosen;
  }

  public boolean isOnlyDue() {
    return onlyDue;
  }

  public void setOnlyDue(boolean onlyDue) {
    this.onlyDue = onlyDue;
  }
}
