package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.attestation.rating.RatingCell;
import kz.miras.registrar.attestation.rating.RatingFormula;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetStudents;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.attestation.service.rating.RatingSheets;
import kz.miras.registrar.attestation.service.rating.RatingTyping;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.RegistrarException;

/**
 * Journals of ratings read and filled by other programs of the university, and by the programs of
 * their teachers (SHT-20, SHT-21).
 */
@Stateless
@Guarded
public class JournalExchange {

  private static final int DECIMALS = 2;

  @Inject private RatingSheets ratings;
  @Inject private SheetAccess whose;
  @Inject private SheetStudents names;
  @Inject private JournalHeads heads;
  @Inject private Calendars calendars;
  @Inject private Sheets sheets;
  @Inject private RatingTyping typing;
  @Inject private MarkBatches batches;
  @Inject private Access access;

  /**
   * Journals of a term, in order of key: all to a program, to a teacher the own ones.
   *
   * @param status null for all
   * @param after key behind which the page begins
   * @throws RegistrarException.NotFound where there is no such term
   */
  @RolesAllowed({Permissions.SHEET_EXCHANGE, Permissions.SHEET_ENTER_RATING})
  public List<ExchangedJournal.Head> page(String term, SheetStatus status, long after, int most) {
    if (calendars.term(term).isEmpty()) {
      throw new RegistrarException.NotFound("term", term);
    }
    boolean all = access.may(Permissions.SHEET_EXCHANGE);
    Long teacher = access.current().teacherId();
    return !all && teacher == null
        ? List.of()
        : heads.page(term, status, all ? null : teacher, after, most);
  }

  /** One journal. */
  @RolesAllowed({Permissions.SHEET_EXCHANGE, Permissions.SHEET_ENTER_RATING})
  public ExchangedJournal journal(String id) {
    return seen(whose.sentRating(id));
  }

  private ExchangedJournal seen(Sheet sheet) {
    RatingPeriod period = ratings.period(sheet);
    RatingFormula formula = ratings.formula(sheet);
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    return new ExchangedJournal(
        heads.of(sheet.getId()),
        SentMark.journalColumns(IntStream.rangeClosed(period.firstWeek(), period.lastWeek())),
        ratings.lines(sheet).stream().map(line -> row(line, formula, known)).toList());
  }

  private static ExchangedJournal.Row row(
      RatingLine line, RatingFormula formula, Map<Long, SheetStudents.Name> known) {
    SheetRow row = line.row();
    return new ExchangedJournal.Row(
        row.getPosition(),
        known.get(row.getStudentId()).number(),
        line.scores().weeks(),
        line.scores().marks(),
        line.scores().control(),
        row.scores().mark() == Mark.AB && !line.scores().individual(),
        formula
            .rating(line.scores())
            .map(rating -> rating.setScale(DECIMALS, RoundingMode.HALF_UP))
            .orElse(null),
        whole(row.getAbsencesTotal()),
        whole(row.getAbsencesValid()),
        line.scores().individual(),
        row.isClosed());
  }

  /**
   * Stores what a journal is filled with; each mark is judged by itself, as it is on the screen.
   * The same key again answers the same and stores nothing.
   *
   * @param read tags one of which the journal must have; null where the program names none
   * @return empty where the journal has none of these tags any more: nothing is stored
   * @throws RegistrarException.Refused where the journal takes no entry, or the key came with other
   *     marks
   */
  @RolesAllowed({Permissions.SHEET_EXCHANGE, Permissions.SHEET_ENTER_RATING})
  public Optional<BatchAnswer> type(String id, String key, Set<String> read, List<SentMark> marks) {
    Sheet sheet = sheets.lock(whose.sentRating(id));
    return batches.once(
        sheet,
        key,
        read,
        marks,
        () -> seen(sheet).tag(),
        (sent, known) -> stored(sheet, sent, known));
  }

  private List<BatchAnswer.Line> stored(Sheet sheet, List<SentMark> marks, boolean read) {
    RatingPeriod period = ratings.period(sheet);
    Map<Long, SheetStudents.Name> known = names.of(sheet.getId());
    Map<String, RatingLine> lines = new HashMap<>();
    ratings
        .lines(sheet)
        .forEach(line -> lines.put(known.get(line.row().getStudentId()).number(), line));
    Function<SentMark, RatingCell> cell =
        mark -> {
          RatingLine line = lines.get(mark.studentNo());
          long row = line.row().getId();
          return mark.rating(row, read ? line.standing(mark.rating(row, null)) : null);
        };
    // who missed the control is for its teacher to say, not for a program
    boolean program = whose.may(Permissions.SHEET_EXCHANGE, sheet);
    RatingTyping.Typist typist = new RatingTyping.Typist(access.current().login(), true, false);
    return SentLines.of(
        marks,
        (mark, sent) -> mark.refusal(period, !program, lines.containsKey(mark.studentNo()), sent),
        mark -> {
          RatingCell sent = cell.apply(mark);
          return lines.get(mark.studentNo()).standing(sent).equals(sent.text());
        },
        tried ->
            typing.type(sheet, tried.stream().map(cell).toList(), typist).stream()
                .map(RatingTyping.Typed::refusal)
                .toList());
  }

  private static Integer whole(Short hours) {
    return hours == null ? null : Integer.valueOf(hours);
  }
}
