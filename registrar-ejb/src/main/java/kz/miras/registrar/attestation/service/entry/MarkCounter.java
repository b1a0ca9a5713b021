package kz.miras.registrar.attestation.service.entry;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.entry.SentMark;
import kz.miras.registrar.shared.service.Again;

/**
 * Where marks of programs arrive: tries the exchange again where the database asks for it (a
 * deadlock, a lock not given in time), outside the transaction that failed.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MarkCounter {

  @Inject private MarkExchange exchange;
  @Inject private JournalExchange journals;

  /** See {@link MarkExchange#type}. */
  @RolesAllowed(Permissions.SHEET_EXCHANGE)
  public Optional<BatchAnswer> type(String id, String key, Set<String> read, List<SentMark> marks) {
    return Again.of(() -> exchange.type(id, key, read, marks));
  }

  /** See {@link JournalExchange#type}. */
  @RolesAllowed({Permissions.SHEET_EXCHANGE, Permissions.SHEET_ENTER_RATING})
  public Optional<BatchAnswer> rate(String id, String key, Set<String> read, List<SentMark> marks) {
    return Again.of(() -> journals.type(id, key, read, marks));
  }
}
