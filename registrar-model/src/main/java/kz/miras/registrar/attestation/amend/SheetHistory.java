package kz.miras.registrar.attestation.amend;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.curriculum.Mark;

/**
 * The versions of a posted sheet as its page shows them.
 *
 * @param versions the first one first
 */
public record SheetHistory(List<Version> versions) implements Serializable {

  public SheetHistory {
    versions = List.copyOf(versions);
  }

  /** SHT-25. The same without why anybody became exempt, or was. */
  public SheetHistory withoutReasons() {
    return new SheetHistory(versions.stream().map(Version::withoutReasons).toList());
  }

  /** The version that stands; null where the sheet has none. */
  public Version current() {
    return versions.isEmpty() ? null : versions.get(versions.size() - 1);
  }

  /**
   * One version.
   *
   * @param code by which anybody checks its paper
   * @param checksum as it is printed
   * @param by who closed the sheet or had it amended
   * @param scanDue last day for its signed scan; null where none is asked for
   * @param changes what of the version before it changed; none for the first
   * @param scans the latest first
   */
  public record Version(
      int no,
      String code,
      String checksum,
      String by,
      Instant at,
      LocalDate scanDue,
      List<Change> changes,
      List<Scan> scans)
      implements Serializable {

    public Version {
      changes = List.copyOf(changes);
      scans = List.copyOf(scans);
    }

    private Version withoutReasons() {
      return new Version(
          no,
          code,
          checksum,
          by,
          at,
          scanDue,
          changes.stream().map(Change::withoutReason).toList(),
          scans);
    }

    /** The document it rests on; null for the first. */
    public BasisDocument basis() {
      return changes.isEmpty() ? null : changes.get(0).basis();
    }
  }

  /**
   * A row that is another from this version on.
   *
   * @param before letter or mark with its percentage
   * @param after the same of what stands instead
   */
  public record Change(
      String studentNo, String student, String before, String after, BasisDocument basis)
      implements Serializable {

    private Change withoutReason() {
      boolean exempt = Mark.EX.name().equals(before) || Mark.EX.name().equals(after);
      return exempt ? new Change(studentNo, student, before, after, basis.withoutReason()) : this;
    }
  }

  /**
   * A scan of the signed paper.
   *
   * @param id public id
   * @param sha256 of the file, as it is printed
   */
  public record Scan(
      String id, String name, String sha256, LocalDate signedOn, String by, Instant at)
      implements Serializable {}
}
