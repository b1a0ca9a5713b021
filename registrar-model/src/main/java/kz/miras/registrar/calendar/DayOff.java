package kz.miras.registrar.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Objects;

/** A public holiday, or a weekend day made a working day by the government. */
@Entity
@Table(name = "day_off")
public class DayOff {

  @Id private LocalDate day;

  @Column(nullable = false)
  private boolean working;

  @Column(nullable = false)
  private String name;

  protected DayOff() {}

  public DayOff(LocalDate day, boolean working, String name) {
    this.day = Objects.requireNonNull(day, "day");
    this.working = working;
    this.name = Objects.requireNonNull(name, "name");
  }

  /** Replaces what may be edited. */
  public void edit(boolean working, String name) {
    this.working = working;
    this.name = Objects.requireNonNull(name, "name");
  }

  public LocalDate getDay() {
    return day;
  }

  public boolean isWorking() {
    return working;
  }

  public String getName() {
    return name;
  }
}
