package kz.miras.registrar.access.service.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.subsystem.EventTerm;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** SUB-7. Forgets events whose term is over, from the beginning of the feed on. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EventKeeper {

  @Inject private TableRows rows;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  private record Old(long id, long place, Instant at) {}

  /**
   * Forgets the oldest, and that they were delivered.
   *
   * @param most at once
   * @return how many were forgotten
   */
  public int forget(int most) {
    EventTerm term =
        new EventTerm(Integer.parseInt(settings.text("subsystem.event-days", time.today(), "365")));
    // whoever reads the feed sees it before or afterwards
    rows.one("SELECT forgotten FROM api_event_feed WHERE id = 1 FOR UPDATE", row -> row.getLong(1));
    Instant kept = term.keptFrom(time.now());
    List<Old> old =
        rows
            .list(
                "SELECT id, place, at FROM api_event WHERE place IS NOT NULL ORDER BY place LIMIT ?",
                row ->
                    new Old(row.getLong("id"), row.getLong("place"), TableRows.instant(row, "at")),
                most)
            .stream()
            .takeWhile(one -> one.at().isBefore(kept))
            .toList();
    if (old.isEmpty()) {
      return 0;
    }
    Object[] keys = old.stream().map(Old::id).toArray();
    String places = Statements.places(keys.length);
    rows.change("DELETE FROM webhook_delivery WHERE event_id IN (" + places + ")", keys);
    rows.change("DELETE FROM api_event WHERE id IN (" + places + ")", keys);
    rows.change(
        "UPDATE api_event_feed SET forgotten = GREATEST(forgotten, ?) WHERE id = 1",
        old.get(old.size() - 1).place());
    return old.size();
  }
}
