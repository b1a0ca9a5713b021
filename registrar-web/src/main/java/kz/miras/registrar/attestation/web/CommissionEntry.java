package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.attestation.appeal.AppealCommission.Draft;
import kz.miras.registrar.attestation.appeal.AppealCommission.Seat;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.service.appeal.CommissionDesk;
import kz.miras.registrar.calendar.service.TermQueries;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;

/** The order that names a commission, as it is typed. */
@Named("commissionEntry")
@ViewScoped
public class CommissionEntry implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MEMBERS = 6;

  @Inject private CommissionDesk desk;
  @Inject private TermQueries calendar;
  @Inject private Notice notice;
  @Inject private Words words;

  private String orderNo;
  private LocalDate orderDate;
  private Long term;
  private LocalDate from;
  private LocalDate to;
  private Long chair;
  private final Long[] members = new Long[MEMBERS];
  private Long secretaryTeacher;
  private Long secretaryOffice;
  private Map<String, String> problems = Map.of();
  private transient List<CommissionDesk.Choice> teachers;
  private transient List<CommissionDesk.Choice> office;

  /** Begins with the present term. */
  public void begin() {
    calendar.terms().stream()
        .filter(TermQueries.TermChoice::current)
        .findFirst()
        .ifPresent(one -> term = one.id());
  }

  /** Registers it and goes to it; what is refused stands beside its field. */
  public String store() {
    List<Seat> seats = new ArrayList<>();
    seats.add(new Seat(CommissionOffice.CHAIR, chair, null));
    Arrays.stream(members)
        .filter(Objects::nonNull)
        .forEach(one -> seats.add(new Seat(CommissionOffice.MEMBER, one, null)));
    seats.add(
        new Seat(
            CommissionOffice.SECRETARY,
            secretaryOffice == null ? secretaryTeacher : null,
            secretaryOffice));
    if (secretaryOffice != null && secretaryTeacher != null) {
      // of two the rules say so
      seats.add(new Seat(CommissionOffice.SECRETARY, secretaryTeacher, null));
    }
    CommissionDesk.Registered registered =
        desk.register(new Draft(orderNo, orderDate, term, from, to, seats));
    if (registered.id() == null) {
      problems = notice.show(registered.verdict());
      return null;
    }
    notice.done("attestation.commission.stored");
    return "/attestation/commission.xhtml?faces-redirect=true&id=" + registered.id();
  }

  /** Terms to choose from, the latest first. */
  public Map<String, Long> getTerms() {
    Map<String, Long> terms = new LinkedHashMap<>();
    calendar
        .terms()
        .forEach(t -> terms.put(t.code() + " · " + words.get("calendar.term." + t.type()), t.id()));
    return terms;
  }

  public List<CommissionDesk.Choice> getTeachers() {
    if (teachers == null) {
      teachers = desk.teachers();
    }
    return teachers;
  }

  public List<CommissionDesk.Choice> getOffice() {
    if (office == null) {
      office = desk.office();
    }
    return office;
  }

  /** Places of members, from 0. */
  public List<Integer> getPlaces() {
    return List.of(0, 1, 2, 3, 4, 5);
  }

  /** Members by place; null where nobody is named. */
  public Long[] getMembers() {
    return members;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getOrderNo() {
    return orderNo;
  }

  public void setOrderNo(String orderNo) {
    this.orderNo = orderNo;
  }

  public LocalDate getOrderDate() {
    return orderDate;
  }

  public void setOrderDate(LocalDate orderDate) {
    this.orderDate = orderDate;
  }

  public Long getTerm() {
    return term;
  }

  public void setTerm(Long term) {
    this.term = term;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public Long getChair() {
    return chair;
  }

  public void setChair(Long chair) {
    this.chair = chair;
  }

  public Long getSecretaryTeacher() {
    return secretaryTeacher;
  }

  public void setSecretaryTeacher(Long secretaryTeacher) {
    this.secretaryTeacher = secretaryTeacher;
  }

  public Long getSecretaryOffice() {
    return secretaryOffice;
  }

  public void setSecretaryOffice(Long secretaryOffice) {
    this.secretaryOffice = secretaryOffice;
  }
}
