package kz.miras.registrar.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Objects;
import kz.miras.registrar.shared.LocalizedText;

/** A public holiday, or a weekend day made a working day by the government. */
@Entity
@Table(name = "day_off")
public class DayOff {

  @Id private LocalDate day;

  @Column(nullable = false)
  private boolean working;

  @Embedded private LocalizedText name;

  @Version private int version;

  protected DayOff() {}

  public DayOff(LocalDate day, boolean working, LocalizedText name) {
    this.day = Objects.requireNonNull(day, "day");
    this.working = working;
    this.name = Objects.requireNonNull(name, "name");
  }

  /** Replaces what may be edited. */
  public void edit(boolean working, LocalizedText name) {
    this.working = working;
    this.name = Objects.requireNonNull(name, "name");
  }

  public LocalDate getDay() {
    return day;
  }

  public boolean isWorking() {
    return working;
  }

  public LocalizedText getName() {
    return name;
  }
}
