/** What {@code mvn -Pbench} measures, and how much a page may ask of the database. */
package kz.miras.registrar.bench;
