package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.ResultLink;
import kz.miras.registrar.transcript.SharedPart;
import kz.miras.registrar.transcript.service.ResultLinkDesk;

/** A student's links to the own results. */
@Named("resultLinks")
@ViewScoped
public class ResultLinks implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ResultLinkDesk desk;
  @Inject private Notice notice;
  @Inject private Words words;
  @Inject private UniversityTime time;

  private SharedPart part = SharedPart.SUMMARY;
  private String term;
  private Integer days = 30;
  private String note;
  private String address;
  private Map<String, String> problems = Map.of();
  private transient List<ResultLink> own;
  private transient List<String> terms;

  public List<ResultLink> getOwn() {
    if (own == null) {
      own = desk.own();
    }
    return own;
  }

  public List<SharedPart> getParts() {
    return Arrays.asList(SharedPart.values());
  }

  public List<String> getTerms() {
    if (terms == null) {
      terms = desk.terms();
    }
    return terms;
  }

  public int getMostDays() {
    return desk.limits().mostDays();
  }

  /** A term as people read it. */
  public String name(String code) {
    if (code == null) {
      return "";
    }
    int space = code.indexOf(' ');
    return code.substring(0, space) + ", " + words.of("calendar.term." + code.substring(space + 1));
  }

  public ResultLink.State state(ResultLink link) {
    Instant now = time.now();
    return link.state(now);
  }

  /** Makes a link; its address is shown this once. */
  public void make() {
    problems = Map.of();
    try {
      address = desk.make(part, term, days, note);
      note = null;
    } catch (RegistrarException.Refused refused) {
      address = null;
      problems = notice.show(refused);
    }
    own = null;
  }

  /** Takes one back. */
  public void revoke(UUID link) {
    desk.revoke(link);
    own = null;
    address = null;
    notice.done("transcript.links.revoked");
  }

  /** Of the link just made; null for none. */
  public String getAddress() {
    return address;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public SharedPart getPart() {
    return part;
  }

  public void setPart(SharedPart part) {
    this.part = part;
  }

  public String getTerm() {
    return term;
  }

  public void setTerm(String term) {
    this.term = term;
  }

  public Integer getDays() {
    return days;
  }

  public void setDays(Integer days) {
    this.days = days;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
