package kz.miras.registrar.curriculum;

/** Which GPA decides promotion (parameter {@code promotion.gpaBasis}). */
public enum GpaBasis {
  YEAR,
  CUMULATIVE
}
