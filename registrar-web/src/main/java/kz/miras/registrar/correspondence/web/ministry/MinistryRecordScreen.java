package kz.miras.registrar.correspondence.web.ministry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.service.ministry.MinistryDesk;
import kz.miras.registrar.correspondence.service.ministry.RecordView;
import kz.miras.registrar.shared.RegistrarException;

/** One record of the platform: what would be sent, what is wrong with it, what differs there. */
@Named("ministryRecord")
@RequestScoped
public class MinistryRecordScreen {

  /** Type and number, as lists link to it. */
  private static final Pattern KEY = Pattern.compile("([A-Z_]{1,32})-(\\d{1,10})");

  @Inject private MinistryDesk desk;

  private String id;
  private RecordView view;

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

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
