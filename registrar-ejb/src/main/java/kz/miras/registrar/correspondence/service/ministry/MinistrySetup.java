package kz.miras.registrar.correspondence.service.ministry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;
import kz.miras.registrar.correspondence.ministry.PlatformField;
import kz.miras.registrar.correspondence.ministry.PlatformFields;
import kz.miras.registrar.correspondence.ministry.PlatformNames;
import kz.miras.registrar.correspondence.ministry.PlatformType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * GOV-2. Numbers of the platform's dictionaries and names of its fields, as the university sets.
 */
@Stateless
@Guarded
public class MinistrySetup {

  @Inject private MinistryRows rows;
  @Inject private TableRows table;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * One of our values of a dictionary.
   *
   * @param number its number there; null where nobody has told it
   * @param own whether the university has entered it
   */
  public record Code(String dictionary, String value, Integer number, boolean own)
      implements Serializable {}

  /**
   * A field and the name it is sent by.
   *
   * @param own whether the university has set the name
   */
  public record Name(PlatformField field, String sentAs, boolean own) implements Serializable {}

  /** All values that need a number, by dictionary. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public List<Code> codes() {
    PlatformCodes codes = rows.codes();
    Map<String, Integer> entered = rows.entered();
    Map<String, List<String>> needed = new TreeMap<>(PlatformCodes.needed());
    TreeSet<String> countries = new TreeSet<>(needed.get("COUNTRY"));
    countries.addAll(
        rows.list("SELECT DISTINCT citizenship FROM student", List.of(), row -> row.getString(1)));
    needed.put("COUNTRY", List.copyOf(countries));
    List<Code> all = new ArrayList<>();
    needed.forEach(
        (dictionary, values) ->
            values.forEach(
                value ->
                    all.add(
                        new Code(
                            dictionary,
                            value,
                            codes.number(dictionary, value),
                            entered.containsKey(PlatformCodes.key(dictionary, value))))));
    return all;
  }

  /** The fields of a type. */
  @RolesAllowed(Permissions.EXCHANGE_READ)
  public List<Name> names(PlatformType type) {
    PlatformNames names = rows.names();
    Map<String, String> entered = rows.enteredNames();
    return PlatformFields.of(type).stream()
        .map(
            field ->
                new Name(
                    field,
                    names.sent(type, field.name()),
                    entered.containsKey(PlatformNames.key(type, field.name()))))
        .toList();
  }

  /**
   * Sets the number of a value; null takes back what was entered.
   *
   * @throws RegistrarException.Refused where it is no such value, or no number there can be
   */
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public void number(String dictionary, String value, Integer number) {
    boolean known =
        codes().stream()
            .anyMatch(one -> one.dictionary().equals(dictionary) && one.value().equals(value));
    if (!known || number != null && number < 0) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.setup.number", "GOV-2", dictionary, value));
    }
    if (number != null && !rows.codes().has(dictionary, number)) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.finding.strange", "GOV-14", dictionary, value, number));
    }
    table.change(
        "DELETE FROM ministry_code WHERE dictionary = ? AND our_value = ?", dictionary, value);
    if (number != null) {
      table.change(
          "INSERT INTO ministry_code (dictionary, our_value, number, changed_by, changed_at) VALUES"
              + " (?, ?, ?, ?, ?)",
          dictionary,
          value,
          number,
          access.current().login(),
          TableRows.utc(time.now()));
    }
    audit.record(
        "exchange.number", "MinistryCode", dictionary + " " + value, null, String.valueOf(number));
  }

  /**
   * Sets the name a field is sent by; an empty one takes back what was set.
   *
   * @throws RegistrarException.Refused where there is no such field, or the name is none or taken
   */
  @RolesAllowed(Permissions.EXCHANGE_APPROVE)
  public void name(PlatformType type, String field, String sentAs) {
    List<Name> all = names(type);
    boolean known = all.stream().anyMatch(one -> one.field().name().equals(field));
    String wanted = sentAs == null || sentAs.isBlank() ? null : sentAs.strip();
    boolean taken =
        all.stream()
            .anyMatch(one -> one.sentAs().equals(wanted) && !one.field().name().equals(field));
    if (!known || taken || wanted != null && !PlatformNames.isName(wanted)) {
      throw new RegistrarException.Refused(
          Refusal.of("ministry.setup.name", "GOV-1", field).at("name"));
    }
    table.change(
        "DELETE FROM ministry_field_name WHERE type = ? AND field = ?", type.name(), field);
    if (wanted != null && !wanted.equals(field)) {
      table.change(
          "INSERT INTO ministry_field_name (type, field, sent_as, changed_by, changed_at) VALUES"
              + " (?, ?, ?, ?, ?)",
          type.name(),
          field,
          wanted,
          access.current().login(),
          TableRows.utc(time.now()));
    }
    audit.record("exchange.name", "MinistryField", type + " " + field, null, wanted);
  }
}
