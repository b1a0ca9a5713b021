/** Screens of correspondence. */
package kz.miras.registrar.correspondence.web;
