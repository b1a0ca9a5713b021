package kz.miras.registrar.registration.elective;

import kz.miras.registrar.shared.Keyed;

/** How far an edition of the catalogue of electives is. */
public enum CatalogueStatus implements Keyed {
  /** Being prepared; the only state in which entries change. */
  DRAFT,
  /** The decision has been written down; not yet shown to students. */
  APPROVED,
  /** In force: students choose from it. */
  PUBLISHED,
  /** A later edition has taken its place. */
  SUPERSEDED;

  public boolean isDraft() {
    return this == DRAFT;
  }

  /** Whether students may read it. */
  public boolean isShown() {
    return this == PUBLISHED || this == SUPERSEDED;
  }

  @Override
  public String key() {
    return "registration.catalogue-status." + name();
  }
}
