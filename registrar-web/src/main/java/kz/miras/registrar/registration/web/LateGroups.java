package kz.miras.registrar.registration.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.service.RequestDesk;

/** Groups that were not enrolled because changes are over, and asking for the decision. */
@Named("lateGroups")
@ViewScoped
public class LateGroups implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RequestDesk desk;
  @Inject private Notice notice;

  private List<Waiting> waiting = List.of();
  private List<Sent> sent = List.of();
  private String reason;
  private String document;
  private Map<String, String> problems = Map.of();
  private transient Part file;

  /**
   * A group that waits for a decision to be asked for.
   *
   * @param offering key; null for what its curriculum prescribes
   * @param section key of the group; null for any
   * @param stream key of the lecture stream; null for any
   * @param type null where there is no offering
   */
  public record Waiting(
      String group, String term, Long offering, Long section, Long stream, EnrolmentType type)
      implements Serializable {}

  /**
   * A group a decision was asked for.
   *
   * @param id public id of the request
   */
  public record Sent(String group, String id) implements Serializable {}

  /** These are late; who was late before is no more. */
  void are(List<Waiting> groups) {
    waiting = groups;
    sent = List.of();
  }

  /** Asks for the decision about each group with the same words. */
  public void ask() throws IOException {
    RequestDesk.Attached attached = attached();
    List<Waiting> left = new ArrayList<>();
    List<Sent> done = new ArrayList<>(sent);
    for (Waiting one : waiting) {
      RequestDesk.Asked asked =
          desk.ask(
              new RequestDesk.TypedGroup(
                  one.group(),
                  one.term(),
                  one.offering(),
                  one.section(),
                  one.stream(),
                  one.type(),
                  new RequestWords(reason, null, document)),
              attached);
      if (asked.id() == null) {
        // what is wrong with the words is wrong with them for every group
        if (left.isEmpty()) {
          problems = notice.show(asked.verdict());
        }
        left.add(one);
      } else {
        done.add(new Sent(one.group(), asked.id()));
      }
    }
    waiting = left;
    sent = done;
  }

  private RequestDesk.Attached attached() throws IOException {
    if (file == null || file.getSize() == 0) {
      return RequestDesk.Attached.NONE;
    }
    try (InputStream in = file.getInputStream()) {
      return new RequestDesk.Attached(file.getSubmittedFileName(), in.readAllBytes());
    }
  }

  public List<Waiting> getWaiting() {
    return waiting;
  }

  public List<Sent> getSent() {
    return sent;
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

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
