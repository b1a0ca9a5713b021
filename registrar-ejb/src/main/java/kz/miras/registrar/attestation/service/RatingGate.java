package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.attestation.rating.RatingComplete;
import kz.miras.registrar.attestation.room.RoomAdmission;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-13, PUB-1, RAT-6. Whether ratings of a sheet still change: a journal and a disposition ask
 * what typing into the sheet itself is asked, so that nothing gets past it on their way. Late entry
 * decided for the sheet lets them go on too (SHT-15).
 */
@ApplicationScoped
public class RatingGate {

  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private UniversityTime time;

  /**
   * Whether a rating of anybody may be typed now.
   *
   * @param main the sheet it goes to
   */
  public Verdict typed(Sheet main) {
    SheetFacts facts = records.of(main.getId());
    return RatingComplete.fixes(main.getNumber(), main.getStatus())
        .and(refused(clocks.ratingRefused(clocks.of(main, facts), facts, time.now())));
  }

  /** What is known of a sheet, read once and asked for many students. */
  public Asked asked(Sheet main) {
    return new Asked(main, records.of(main.getId()));
  }

  /** The ratings of one sheet, asked student by student. */
  public final class Asked {

    private final Sheet main;
    private final SheetFacts facts;
    private final SittingClock clock;

    private Asked(Sheet main, SheetFacts facts) {
      this.main = main;
      this.facts = facts;
      this.clock = clocks.of(main, facts);
    }

    /** Whether a rating of a student may be typed now. */
    public Verdict typed(long student) {
      return RatingComplete.fixes(main.getNumber(), main.getStatus())
          .and(refused(clocks.ratingRefused(clock, facts, student, time.now())));
    }

    /** Whether one that was typed in time may be written, whenever that is. */
    public Verdict written(long student) {
      return RatingComplete.fixes(main.getNumber(), main.getStatus())
          .and(
              refused(
                  SheetPart.ratingFixed(
                      facts.ratingPublished(student).orElse(null), facts.decidedAt())));
    }

    /** EXM-6. Whether a student of the sheet is admitted, by all that is known of it. */
    public RoomAdmission admission(SheetRow row) {
      return facts.admission(row);
    }

    /** PUB-1. Whether a student knows the own ratings. */
    public boolean isPublished(long student) {
      return facts.ratingPublished(student).isPresent();
    }
  }

  private static Verdict refused(Optional<Refusal> refusal) {
    return refusal.map(Verdict::refused).orElseGet(Verdict::allowed);
  }
}
