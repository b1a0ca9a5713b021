/** The summer semester: its plan, applications, groups, and the report that closes it. */
package kz.miras.registrar.registration.service.summer;
