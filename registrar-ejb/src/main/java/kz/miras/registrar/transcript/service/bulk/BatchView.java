package kz.miras.registrar.transcript.service.bulk;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.BatchAct;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.service.bulk.BatchRows.Batch;

/**
 * A batch as the screens show it.
 *
 * @param missed what the last act could not do, with the reasons
 */
public record BatchView(Batch batch, LocalizedText kind, List<Missed> missed)
    implements Serializable {

  /**
   * A line that was not done.
   *
   * @param page where the student, the sheet or the group is shown
   * @param studentNo null where it is about no student
   * @param name of the student, or of the sheet or the group
   * @param reasons empty where the system failed
   * @param document public id; null where none is prepared
   */
  public record Missed(
      String page, String studentNo, String name, UUID document, List<Refusal> reasons)
      implements Serializable {}

  public UUID id() {
    return batch.uuid();
  }

  public BatchAct act() {
    return batch.act();
  }

  public BatchState state() {
    return batch.state();
  }

  /** What it is about. */
  public BatchChoice choice() {
    return BatchChoice.read(batch.chosen());
  }

  public String languages() {
    return batch.languages();
  }

  public String purpose() {
    return batch.purpose();
  }

  public String preparedBy() {
    return batch.preparedBy();
  }

  public Instant preparedAt() {
    return batch.preparedAt();
  }

  /** When what goes on, or was done last, began. */
  public Instant begunAt() {
    return batch.begunAt();
  }

  public String acting() {
    return batch.acting();
  }

  public int total() {
    return batch.total();
  }

  public int prepared() {
    return batch.prepared();
  }

  public int issued() {
    return batch.issued();
  }

  public int refused() {
    return batch.refused();
  }

  /** Lines the act has dealt with. */
  public int done() {
    return batch.act() == BatchAct.PREPARE
        ? batch.prepared() + batch.refused()
        : batch.issued() + batch.waiting() + batch.refused();
  }

  /** Of a hundred. */
  public int percent() {
    return batch.total() == 0 ? 100 : Math.min(100, 100 * done() / batch.total());
  }

  /** Nothing is prepared that is not issued. */
  public boolean isWholeIssued() {
    return batch.issued() == batch.prepared();
  }
}
