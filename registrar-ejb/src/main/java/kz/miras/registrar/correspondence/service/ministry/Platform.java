package kz.miras.registrar.correspondence.service.ministry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.correspondence.ministry.PlatformRecord;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.correspondence.ministry.SaveAnswer;

/** The platform as this system speaks to it; each call throws {@link PlatformFailure}. */
interface Platform {

  /**
   * A page of what it has.
   *
   * @param records by the shipped names of fields
   * @param last whether no page follows
   */
  record ReadPage(List<Map<String, Object>> records, boolean last) {}

  /** Sends records of one type; each replaces what is there. */
  SaveAnswer save(List<PlatformRecord> records);

  /** What it has of a type, page by page from 0. */
  ReadPage page(PlatformType type, int page, int size);

  /**
   * A dictionary of the platform.
   *
   * @return its rows, by names of columns
   */
  List<Map<?, ?>> dictionary(String askedAs);

  /** Deletes a record there; false where it has none. */
  boolean delete(PlatformType type, long number);

  /** One record as it has it. */
  Optional<Map<String, Object>> one(PlatformType type, long number);
}
