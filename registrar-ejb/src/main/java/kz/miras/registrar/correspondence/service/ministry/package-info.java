/** The ministry's side as use cases: runs over its platform, findings, comparison. */
package kz.miras.registrar.correspondence.service.ministry;
