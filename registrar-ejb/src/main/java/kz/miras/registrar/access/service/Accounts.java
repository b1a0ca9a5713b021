package kz.miras.registrar.access.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Account;
import kz.miras.registrar.access.Grant;
import kz.miras.registrar.access.RoleGrant;
import kz.miras.registrar.shared.RegistrarException;

/** Accounts and their grants as entities. */
@ApplicationScoped
class Accounts {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  /**
   * The account with this outside id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  Account require(UUID uuid) {
    return entities
        .createQuery("SELECT a FROM Account a WHERE a.uuid = :uuid", Account.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("account", uuid));
  }

  Account byLogin(String login) {
    return entities
        .createQuery("SELECT a FROM Account a WHERE a.login = :login", Account.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new RegistrarException.NotFound("account", login));
  }

  boolean has(String login) {
    return entities
            .createQuery("SELECT COUNT(a) FROM Account a WHERE a.login = :login", Long.class)
            .setParameter("login", login)
            .getSingleResult()
        > 0;
  }

  /** Every grant of an account, also past ones. */
  List<RoleGrant> grants(long account) {
    return entities
        .createQuery(
            "SELECT g FROM RoleGrant g WHERE g.account.id = :account ORDER BY g.validFrom, g.id",
            RoleGrant.class)
        .setParameter("account", account)
        .getResultList();
  }

  /** The same as values the rules work with. */
  List<Grant> grantValues(long account) {
    return grants(account).stream().map(RoleGrant::toGrant).toList();
  }

  /** Accounts of these teachers, and these accounts; in order of key. */
  List<Account> ofPeople(Collection<Long> teachers, Collection<Long> others) {
    List<Long> keys = new ArrayList<>(others);
    keys.add(-1L);
    List<Long> named = new ArrayList<>(teachers);
    named.add(-1L);
    return entities
        .createQuery(
            "SELECT a FROM Account a WHERE a.teacherId IN :teachers OR a.id IN :others ORDER BY"
                + " a.id",
            Account.class)
        .setParameter("teachers", named)
        .setParameter("others", keys)
        .getResultList();
  }

  /** Grants over the matters of a commission. */
  List<RoleGrant> ofCommission(long commission) {
    return entities
        .createQuery(
            "SELECT g FROM RoleGrant g WHERE g.commissionId = :commission", RoleGrant.class)
        .setParameter("commission", commission)
        .getResultList();
  }

  <T> T require(Class<T> type, long id, String what) {
    T found = entities.find(type, id);
    if (found == null) {
      throw new RegistrarException.NotFound(what, id);
    }
    return found;
  }

  void add(Object entity) {
    entities.persist(entity);
  }
}
