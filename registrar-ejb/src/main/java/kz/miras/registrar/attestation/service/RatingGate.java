package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.rating.RatingComplete;
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
   * Whether a rating may be typed now.
   *
   * @param main the sheet it goes to
   */
  public Verdict typed(Sheet main) {
    SheetFacts facts = records.of(main.getId());
    return RatingComplete.fixes(main.getNumber(), main.getStatus())
        .and(refused(clocks.ratingRefused(clocks.of(main, facts), facts, time.now())));
  }

  /**
   * Whether a rating typed in time may be written, whenever that is.
   *
   * @param main the sheet it goes to
   */
  public Verdict written(Sheet main) {
    SheetFacts facts = records.of(main.getId());
    return RatingComplete.fixes(main.getNumber(), main.getStatus())
        .and(
            refused(
                SheetPart.ratingFixed(
                    facts.published(SheetPart.RATING).orElse(null), facts.decidedAt())));
  }

  /** PUB-1. Whether the students know the ratings of a sheet. */
  public boolean isPublished(Sheet main) {
    return records.of(main.getId()).published(SheetPart.RATING).isPresent();
  }

  private static Verdict refused(Optional<Refusal> refusal) {
    return refusal.map(Verdict::refused).orElseGet(Verdict::allowed);
  }
}
