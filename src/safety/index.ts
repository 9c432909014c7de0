/** Who watches over the safety of information: alerts over the audit, whom they are told to, cases of suspected violations. */
export { alertById, type AlertLine, alerts, type AlertView, entriesOfAlert } from './alerts.ts'
export { caseFor, type CaseLine, casesFor, type CaseView, extractOf } from './cases.ts'
export { type ContactDuty, type ContactLine, contactsOf } from './contacts.ts'
export { checkDay, watchAudit } from './watch.ts'
export { close, closeBody } from './acts/close.ts'
export { contactBody, endContact, nameContact } from './acts/name-contact.ts'
export { reportViolation, violationBody } from './acts/report-violation.ts'
export { ruleWords } from './words.ts'
