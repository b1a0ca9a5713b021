package kz.miras.registrar.registration.service.elective;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;

/**
 * A catalogue of electives as people read it, block by block.
 *
 * @param year start of its academic year
 * @param courseYear course of the students it is for
 * @param decision decision that approved it; null while it is a draft
 * @param findings what stands against its approval; empty for what is shown to students
 * @param editions the editions of this year and the catalogues of other years, newest first
 */
public record CatalogueView(
    String id,
    String programme,
    LocalizedText programmeName,
    Level level,
    int admissionYear,
    int year,
    int courseYear,
    int edition,
    CatalogueStatus status,
    String preparedBy,
    String decision,
    String approvedBy,
    Instant approvedAt,
    Instant publishedAt,
    List<Block> blocks,
    Verdict findings,
    List<Edition> editions)
    implements Serializable {

  public CatalogueView {
    blocks = List.copyOf(blocks);
    editions = List.copyOf(editions);
  }

  /** How many disciplines it has. */
  public int size() {
    return blocks.stream().mapToInt(block -> block.entries().size()).sum();
  }

  /**
   * A block the student chooses from.
   *
   * @param choose credits to be chosen; 0 where the curriculum does not say
   */
  public record Block(String name, int termNo, int choose, List<Entry> entries)
      implements Serializable {
    public Block {
      entries = List.copyOf(entries);
    }

    /** Credits of all its disciplines together. */
    public int offered() {
      return entries.stream().mapToInt(Entry::credits).sum();
    }
  }

  /**
   * A discipline to choose.
   *
   * @param description null where it is not written yet
   * @param languages tags of the languages it is taught in
   * @param teachers who teaches it in this year or taught it in the year before
   * @param additionBasis decision that allows it beyond the curriculum; null otherwise
   */
  public record Entry(
      String code,
      LocalizedText name,
      int credits,
      ControlForm controlForm,
      LocalizedText department,
      List<String> languages,
      LocalizedText description,
      List<Other> prerequisites,
      List<Other> postrequisites,
      List<String> teachers,
      String additionBasis)
      implements Serializable {
    public Entry {
      languages = List.copyOf(languages);
      prerequisites = List.copyOf(prerequisites);
      postrequisites = List.copyOf(postrequisites);
      teachers = List.copyOf(teachers);
    }
  }

  /** A discipline that is needed before or builds on it. */
  public record Other(String code, LocalizedText name) implements Serializable {}

  /** Another catalogue of the same curriculum. */
  public record Edition(String id, int year, int edition, CatalogueStatus status)
      implements Serializable {}
}
