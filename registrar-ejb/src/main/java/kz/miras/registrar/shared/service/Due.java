package kz.miras.registrar.shared.service;

/**
 * Rows of a list that wait for somebody: told on the desk with their number, opened as that list
 * narrowed to them, so that the number and the rows are always the same.
 *
 * @param list code of the list
 * @param name last part of its name in addresses and of its message key
 * @param permission the right that makes it the caller's concern; its scope narrows the rows
 * @param urgency where it stands on the desk
 * @param condition SQL over the list's own FROM; nothing a user types becomes part of it
 */
public record Due(String list, String name, String permission, Urgency urgency, String condition) {

  /** In the order of the desk. */
  public enum Urgency {
    /** Its day has passed. */
    LATE,
    /** Something contradicts or is missing. */
    WRONG,
    /** The next step is the caller's. */
    DUE,
    /** Good to know; asks for nothing. */
    NOTE
  }

  /** Message key of what is said about it. */
  public String key() {
    return "office.due." + list + "." + name;
  }
}
