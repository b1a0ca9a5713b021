package kz.miras.registrar.transcript.service.edition;

import java.io.Serializable;

/**
 * Something the wording of an edition may name.
 *
 * @param tag as it stands in braces
 * @param key message key of its name
 */
public record EditionPlace(String tag, String key) implements Serializable {}
