/**
 * What a registration is judged by: the facts of a student, a term and a wanted discipline, and one
 * named class for each rule. The rules are numbered and explained by the package above.
 */
package kz.miras.registrar.registration.rule;
