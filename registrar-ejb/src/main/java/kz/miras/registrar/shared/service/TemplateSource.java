package kz.miras.registrar.shared.service;

/** Where the text of a template comes from: the university may keep versions of its own. */
public interface TemplateSource {

  /**
   * The text of a template.
   *
   * @param version number among the versions of this template; 0 for the one that is shipped
   */
  record Template(String name, int version, String text) {}

  /** The version in force now. */
  Template inForce(String name);
}
