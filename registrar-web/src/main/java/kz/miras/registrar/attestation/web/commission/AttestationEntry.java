package kz.miras.registrar.attestation.web.commission;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.AttestationOrder;
import kz.miras.registrar.attestation.commission.AttestationSeat;
import kz.miras.registrar.attestation.service.commission.AttestationOrderDesk;
import kz.miras.registrar.frame.web.Notice;

/** The order that names an attestation commission, as it is typed. */
@Named("attestationEntry")
@ViewScoped
public class AttestationEntry implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MEMBERS = 8;

  @Inject private AttestationOrderDesk desk;
  @Inject private Notice notice;

  private String designation;
  private Integer year;
  private List<Long> programmes = new ArrayList<>();
  private String orderNo;
  private LocalDate orderDate;
  private String council;
  private LocalDate councilDate;
  private LocalDate from;
  private LocalDate to;
  private final Place chair = new Place();
  private final Place secretary = new Place();
  private final List<Place> members =
      IntStream.range(0, MEMBERS).mapToObj(i -> new Place()).toList();
  private Map<String, String> problems = Map.of();
  private transient List<AttestationOrderDesk.Choice> teachers;
  private transient List<AttestationOrderDesk.Choice> people;
  private transient List<AttestationOrderDesk.ProgrammeChoice> offered;
  private transient List<Integer> years;

  /** A place in the commission as it is typed. */
  public static final class Place implements Serializable {

    private static final long serialVersionUID = 1L;

    private Long teacher;
    private Long account;
    private String person;
    private String post;

    AttestationSeat seat(CommissionOffice office) {
      return new AttestationSeat(office, teacher, account, person, post);
    }

    public Long getTeacher() {
      return teacher;
    }

    public void setTeacher(Long teacher) {
      this.teacher = teacher;
    }

    public Long getAccount() {
      return account;
    }

    public void setAccount(Long account) {
      this.account = account;
    }

    public String getPerson() {
      return person;
    }

    public void setPerson(String person) {
      this.person = person;
    }

    public String getPost() {
      return post;
    }

    public void setPost(String post) {
      this.post = post;
    }
  }

  /** Registers it and goes to it; what is refused stands beside its field. */
  public String store() {
    List<AttestationSeat> seats = new ArrayList<>();
    seats.add(chair.seat(CommissionOffice.CHAIR));
    members.forEach(one -> seats.add(one.seat(CommissionOffice.MEMBER)));
    seats.add(secretary.seat(CommissionOffice.SECRETARY));
    AttestationOrderDesk.Registered registered =
        desk.register(
            new AttestationOrder(
                designation,
                year,
                new HashSet<>(programmes),
                orderNo,
                orderDate,
                council,
                councilDate,
                from,
                to,
                seats));
    if (registered.id() == null) {
      problems = notice.show(registered.verdict());
      return null;
    }
    notice.done("attestation.ak.stored");
    return "/attestation/attestation-commission.xhtml?faces-redirect=true&id=" + registered.id();
  }

  public List<AttestationOrderDesk.Choice> getTeachers() {
    if (teachers == null) {
      teachers = desk.teachers();
    }
    return teachers;
  }

  public List<AttestationOrderDesk.Choice> getPeople() {
    if (people == null) {
      people = desk.people();
    }
    return people;
  }

  public List<AttestationOrderDesk.ProgrammeChoice> getOffered() {
    if (offered == null) {
      offered = desk.programmes();
    }
    return offered;
  }

  public List<Integer> getYears() {
    if (years == null) {
      years = desk.years();
    }
    return years;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public Place getChair() {
    return chair;
  }

  public Place getSecretary() {
    return secretary;
  }

  public List<Place> getMembers() {
    return members;
  }

  public String getDesignation() {
    return designation;
  }

  public void setDesignation(String designation) {
    this.designation = designation;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public List<Long> getProgrammes() {
    return programmes;
  }

  public void setProgrammes(List<Long> programmes) {
    this.programmes = programmes == null ? new ArrayList<>() : new ArrayList<>(programmes);
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

  public String getCouncil() {
    return council;
  }

  public void setCouncil(String council) {
    this.council = council;
  }

  public LocalDate getCouncilDate() {
    return councilDate;
  }

  public void setCouncilDate(LocalDate councilDate) {
    this.councilDate = councilDate;
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
}
