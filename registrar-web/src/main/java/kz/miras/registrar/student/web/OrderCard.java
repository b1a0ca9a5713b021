package kz.miras.registrar.student.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.Shown;
import kz.miras.registrar.student.service.OrderDesk;
import kz.miras.registrar.student.service.OrderQueries;
import kz.miras.registrar.student.service.OrderQueries.OrderView;
import kz.miras.registrar.student.service.OrderQueries.Scan;

/** One signed order: whom it names, what it did, its scan. */
@Named("order")
@ViewScoped
public class OrderCard implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private OrderQueries queries;
  @Inject private OrderDesk desk;
  @Inject private StandingWords standing;
  @Inject private Shown shown;

  private String id;
  private transient Part scan;
  private transient OrderView view;

  public OrderView getView() {
    if (view == null) {
      view = queries.order(id);
    }
    return view;
  }

  /** What the order says beyond its kind, by field, in words. */
  public Map<String, String> getSaid() {
    OrderQueries.Said said = getView().said();
    Map<String, String> shownBy = new LinkedHashMap<>();
    if (said.programme() != null) {
      shownBy.put("to_programme", said.programmeCode() + " " + shown.text(said.programme()));
    }
    put(shownBy, "to_group", said.group());
    put(shownBy, "to_course_year", said.courseYear());
    put(shownBy, "to_study_form", said.form());
    put(shownBy, "to_study_language", said.language());
    put(shownBy, "to_funding", said.funding());
    put(shownBy, "until_on", said.until());
    put(shownBy, "partner", said.partner());
    return shownBy;
  }

  private void put(Map<String, String> said, String field, Serializable value) {
    if (value instanceof Integer) {
      said.put(field, value.toString());
    } else if (value != null) {
      said.put(field, standing.part(value));
    }
  }

  /** Keeps the chosen file as the scan. */
  public void attach() throws IOException {
    if (scan != null) {
      try (InputStream in = scan.getInputStream()) {
        desk.attach(id, scan.getSubmittedFileName(), in.readAllBytes());
      }
      view = null;
    }
  }

  /** Sends the scan. */
  public void download() throws IOException {
    Scan kept = queries.scan(id);
    Download.attachment(kept.mediaType(), kept.name(), kept.content());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public Part getScan() {
    return scan;
  }

  public void setScan(Part scan) {
    this.scan = scan;
  }
}
