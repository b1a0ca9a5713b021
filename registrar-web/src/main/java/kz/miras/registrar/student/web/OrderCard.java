package kz.miras.registrar.student.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import kz.miras.registrar.frame.web.Download;
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

  private String id;
  private transient Part scan;
  private transient OrderView view;

  public OrderView getView() {
    if (view == null) {
      view = queries.order(id);
    }
    return view;
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
