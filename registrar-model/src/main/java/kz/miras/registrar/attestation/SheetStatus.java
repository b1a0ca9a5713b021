package kz.miras.registrar.attestation;

import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/**
 * States of a sheet (domain 3.1). OVERDUE escalates a sheet whose entry is locked but which was not
 * submitted; nothing is posted by itself.
 */
public enum SheetStatus implements Keyed {
  CREATED,
  OPEN,
  OVERDUE,
  SUBMITTED,
  CLOSED,
  AMENDED;

  /** States that may follow. */
  public Set<SheetStatus> next() {
    return switch (this) {
      case CREATED -> EnumSet.of(OPEN);
      case OPEN -> EnumSet.of(SUBMITTED, OVERDUE);
      case OVERDUE -> EnumSet.of(OPEN, SUBMITTED);
      case SUBMITTED -> EnumSet.of(CLOSED, OPEN);
      // a mistake may be found after years: what is posted may always be amended
      case CLOSED, AMENDED -> EnumSet.of(AMENDED);
    };
  }

  public boolean canBecome(SheetStatus other) {
    return next().contains(other);
  }

  /** The examiner or teacher may type; after the lock only once a decision has let them in. */
  public boolean allowsEntry() {
    return this == OPEN;
  }

  /** It is with whoever fills it: open, or open and late. */
  public boolean isFilled() {
    return this == OPEN || this == OVERDUE;
  }

  /** Results are posted; every change needs a basis document (type, number, date). */
  public boolean isPosted() {
    return this == CLOSED || this == AMENDED;
  }

  @Override
  public String key() {
    return "attestation.status." + name();
  }
}
