package kz.miras.registrar.achievement.service.analysis;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.analysis.AnalysisBase;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.shared.LocalizedText;

/**
 * An analysis of progress.
 *
 * @param asked what it answers
 * @param terms the term and its like in earlier years, the latest first
 * @param parts by the cut, in order of their names
 * @param all the whole of what was asked, by term
 * @param others the whole university by term, for a reader whose scope is narrower; terms of which
 *     it may not be told are left out
 * @param base whether the excused belong to the base
 */
public record AnalysisView(
    Asked asked,
    List<TermColumn> terms,
    List<Part> parts,
    Map<Long, AnalysisFigures> all,
    Map<Long, AnalysisFigures> others,
    AnalysisBase base)
    implements Serializable {

  /**
   * What is asked for.
   *
   * @param term code, or an academic year as written
   * @param only keys of the parts it is narrowed to, by cut
   * @param years how many earlier years stand beside it
   */
  public record Asked(String term, AnalysisCut by, Map<AnalysisCut, String> only, int years)
      implements Serializable {

    public Asked {
      only = Map.copyOf(only);
    }

    /** The same by another cut. */
    public Asked by(AnalysisCut other) {
      return new Asked(term, other, only, years);
    }
  }

  /**
   * A term, or a year, of the comparison.
   *
   * @param type name of the kind of term, YEAR, or YEAR_BEFORE_SUMMER
   * @param year academic year as written
   * @param sheets sheets of results formed for it, as far as the reader may see
   * @param posted those of them that are closed
   */
  public record TermColumn(long id, String code, String type, String year, int sheets, int posted)
      implements Serializable {

    /** Whether it is all there is of its term or year. */
    public boolean isWhole() {
      return !Period.Kind.YEAR_BEFORE_SUMMER.name().equals(type);
    }
  }

  /**
   * A part by the cut.
   *
   * @param key empty for results that lie in none
   * @param name null where the key says it all
   * @param word message key of its name; null where it has none
   * @param figures by term; a term without results is left out
   */
  public record Part(
      String key, LocalizedText name, String word, Map<Long, AnalysisFigures> figures)
      implements Serializable {

    public AnalysisFigures in(TermColumn term) {
      return figures.getOrDefault(term.id(), AnalysisFigures.none());
    }
  }

  /** The term asked for; null where there is no such term. */
  public TermColumn now() {
    return terms.isEmpty() ? null : terms.get(0);
  }

  /** The terms that stand beside it. */
  public List<TermColumn> earlier() {
    return terms.isEmpty() ? terms : terms.subList(1, terms.size());
  }

  /** The year before; null where none stands beside. */
  public TermColumn before() {
    return terms.size() < 2 ? null : terms.get(1);
  }

  /** Whether a year is asked for instead of a term. */
  public boolean isYear() {
    return now() != null && Period.Kind.YEAR.name().equals(now().type());
  }

  /** CTL-18. The column whose A and A- the risk system counts: never a summer; may be null. */
  private TermColumn measured() {
    if (now() == null || TermType.SUMMER.name().equals(now().type())) {
      return null;
    }
    TermColumn before = before();
    boolean summer = before != null && !before.isWhole();
    return summer ? before : now();
  }

  /**
   * CTL-18. Whether more results of a part are excellent than the risk system accepts.
   *
   * @param part null for everything
   */
  public boolean tooManyExcellent(Part part) {
    TermColumn measured = measured();
    return measured != null
        && (part == null ? total(measured) : part.in(measured)).results().tooManyExcellent();
  }

  /** The same of the university; false where it is not told. */
  boolean tooManyExcellentOfUniversity() {
    AnalysisFigures told = measured() == null ? null : university(measured());
    return told != null && told.results().tooManyExcellent();
  }

  /** Everything asked for, in a term. */
  public AnalysisFigures total(TermColumn term) {
    return all.getOrDefault(term.id(), AnalysisFigures.none());
  }

  /** The university in a term; null where it is not told. */
  public AnalysisFigures university(TermColumn term) {
    return others.get(term.id());
  }
}
