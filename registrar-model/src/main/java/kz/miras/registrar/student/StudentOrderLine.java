package kz.miras.registrar.student;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Objects;

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

  @Column(updatable = false)
  private String effect;

  protected StudentOrderLine() {}

  public StudentOrderLine(StudentOrder order, Student student, String effect) {
    this.order = Objects.requireNonNull(order, "order");
    this.student = Objects.requireNonNull(student, "student");
    this.effect = effect;
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

  public String getEffect() {
    return effect;
  }
}
