export type { Account, AccountKind, AccountState, Assurance, Profile } from './account.ts'
export {
  accountById,
  accountByIdentity,
  accountByName,
  accountsById,
  insertAccount,
  profileOf,
  profilesOf,
} from './store.ts'
export type { Session, SessionKind } from './session.ts'
export { csrfToken, idleMinutes, openSession, openStill, sessionLife, sessionOf, sessionRow } from './session.ts'
export { hashPassword } from './password.ts'
export { signIn, signInBody } from './acts/sign-in.ts'
export { changeContact, changeContactBody } from './acts/change-contact.ts'
export { signOut } from './acts/sign-out.ts'
export { unlockAccount } from './acts/unlock.ts'
export { accountForApplicant, applicantBody, register, registerBody, registrationsAnHour } from './acts/register.ts'
export { officerName, openOfficer } from './acts/open-officer.ts'
export { addField, addFieldBody, retireField, writeFields } from './acts/more-fields.ts'
export { type AccountField, fieldsOf, moreOf } from './more-fields.ts'
export { changePassword, changePasswordBody } from './acts/change-password.ts'
export { beginLogin } from './acts/begin-login.ts'
export { finishLogin } from './acts/finish-login.ts'
export { type Login, type LoginId, loginIds, loginPaths } from './logins/login.ts'
export { loginsOf } from './logins/table.ts'
export { simulatedLogins, simulatorPath } from './logins/simulated.ts'
export { openSimulator, type SimulatedPerson, type Simulator } from './logins/sandbox.ts'
export {
  changeStanding,
  confirmHolder,
  ownStandingBody,
  recoverAccount,
  recoverBody,
  standingBody,
} from './acts/change-standing.ts'
export { endOneSession, endOtherSessions, type OpenSession, openSessionsOf, signInBefore } from './open-sessions.ts'
export { accountForHelp, findAccounts, type FoundAccount, standingsOf } from './find.ts'
export { beginSecondFactor, codeBody, judgeCode, proveSecondFactor } from './acts/second-factor.ts'
