package kz.miras.registrar.attestation.service.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.attestation.service.RatingGate;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** The one way a journal is filled, whether typed, brought by file or sent by a program. */
@ApplicationScoped
public class RatingTyping {

  @Inject private RatingSheets ratings;
  @Inject private HeldLessons lessons;
  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private RatingGate gate;
  @Inject private SheetAccess whose;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Who types.
   *
   * @param types whether it is theirs to type in the journal
   * @param late whether also when its days are over (RAT-2)
   */
  public record Typist(String login, boolean types, boolean late) {}

  /**
   * What became of a cell.
   *
   * @param refusal why it was not stored; null where it was
   * @param version the row's version now
   */
  public record Typed(long row, String column, Refusal refusal, int version)
      implements Serializable {}

  /** The caller, by what is the caller's in a journal. */
  public Typist typist(Sheet sheet) {
    boolean office = whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet);
    return new Typist(
        access.current().login(),
        office || whose.may(Permissions.SHEET_ENTER_RATING, sheet),
        office);
  }

  /**
   * Stores cells of a journal the caller has locked; each is judged by itself, and what cannot be
   * stored says why.
   *
   * @return in the order of the cells
   * @throws RegistrarException.Refused where the journal takes no entry
   */
  public List<Typed> type(Sheet sheet, List<RatingCell> cells, Typist typist) {
    if (!sheet.getStatus().allowsEntry()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.sheet.no-entry", "CTL-15", sheet.getNumber()));
    }
    RatingPeriod period = ratings.period(sheet);
    Verdict inTime = period.judge(time.today(), typist.late());
    RatingGate.Asked asked = gate.asked(sheets.byId(sheet.getRatesId()).orElseThrow());
    int held = lessons.of(sheet, period);
    Map<Long, RatingLine> lines =
        ratings.lines(sheet).stream()
            .collect(Collectors.toMap(line -> line.row().getId(), Function.identity()));
    List<Typed> typed = new ArrayList<>();
    for (RatingCell cell : cells) {
      RatingLine line = lines.get(cell.row());
      if (!cell.isKnown(period)) {
        throw new RegistrarException.NotFound("rating-cell", cell.row() + ", " + cell.column());
      }
      Optional<Refusal> gone = TypedCell.goneRefused(line == null, cell.column());
      if (gone.isPresent()) {
        typed.add(new Typed(cell.row(), cell.column(), gone.get(), 0));
        continue;
      }
      Verdict now = inTime.and(asked.typed(line.row().getStudentId()));
      Optional<Refusal> refusal =
          typist.types() && !now.isAllowed()
              ? Optional.of(now.refusals().get(0).at(cell.column()))
              : line.refusal(cell, typist.types(), held);
      if (refusal.isEmpty()) {
        line.store(cell, typist.login()).ifPresent(ratings::add);
      }
      typed.add(new Typed(cell.row(), cell.column(), refusal.orElse(null), 0));
    }
    ratings.flush();
    if (typed.stream().anyMatch(one -> one.refusal() == null)) {
      records.typed(sheet.getId(), typist.login());
    }
    return typed.stream()
        .map(
            one ->
                lines.containsKey(one.row())
                    ? new Typed(
                        one.row(),
                        one.column(),
                        one.refusal(),
                        lines.get(one.row()).row().getVersion())
                    : one)
        .toList();
  }
}
