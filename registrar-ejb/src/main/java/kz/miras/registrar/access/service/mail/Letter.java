package kz.miras.registrar.access.service.mail;

import java.util.UUID;
import kz.miras.registrar.shared.Language;

/**
 * A mail whose turn it is.
 *
 * @param topics as they are kept: {@code key:number} with spaces between
 */
public record Letter(
    long id, UUID uuid, String address, Language language, String topics, int notices) {}
