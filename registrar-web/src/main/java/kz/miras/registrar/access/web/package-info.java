/** Screens of accounts, grants, rights and the audit trail. */
package kz.miras.registrar.access.web;
