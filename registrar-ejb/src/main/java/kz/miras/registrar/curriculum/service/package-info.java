/** Catalogue: units, teachers, programmes, disciplines, curricula, and the rule sets in force. */
package kz.miras.registrar.curriculum.service;
