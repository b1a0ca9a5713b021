package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import kz.miras.registrar.shared.Keyed;

/** One student of an order, with what the order says of this student. */
@Entity
@Table(name = "student_order_line")
public class StudentOrderLine {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "student_order_line")
  @SequenceGenerator(name = "student_order_line", sequenceName = "student_seq", allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id", updatable = false)
  private StudentOrder order;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "student_id", updatable = false)
  private Student student;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  private String refusal;

  @Column(nullable = false)
  private int released;

  @Column(nullable = false)
  private int withdrawn;

  @Column(nullable = false)
  private int told;

  @Version private int version;

  protected StudentOrderLine() {}

  public StudentOrderLine(StudentOrder order, Student student) {
    this.order = Objects.requireNonNull(order, "order");
    this.student = Objects.requireNonNull(student, "student");
  }

  /** What became of a student the order names. */
  public enum Outcome implements Keyed {
    APPLIED,
    /** The student's standing had changed meanwhile, so that the order no longer fits. */
    REFUSED,
    /** Another order took it back before it took effect. */
    CANCELLED;

    @Override
    public String key() {
      return "student.order-outcome." + name();
    }
  }

  /**
   * It has taken effect.
   *
   * @param released enrolments and waiting places given back
   * @param withdrawn rows of open sheets closed as W
   * @param told people who have a notice of it
   */
  public void applied(int released, int withdrawn, int told) {
    this.outcome = Outcome.APPLIED;
    this.released = released;
    this.withdrawn = withdrawn;
    this.told = told;
  }

  /** It could not take effect; {@code because} is the code of the message. */
  public void refused(String because) {
    this.outcome = Outcome.REFUSED;
    this.refusal = Objects.requireNonNull(because, "because");
  }

  public void cancelled() {
    this.outcome = Outcome.CANCELLED;
  }

  public Long getId() {
    return id;
  }

  public StudentOrder getOrder() {
    return order;
  }

  public Student getStudent() {
    return student;
  }

  /** Null until the order takes effect. */
  public Outcome getOutcome() {
    return outcome;
  }

  public String getRefusal() {
    return refusal;
  }

  public int getReleased() {
    return released;
  }

  public int getWithdrawn() {
    return withdrawn;
  }

  public int getTold() {
    return told;
  }

  public int getVersion() {
    return version;
  }
}
