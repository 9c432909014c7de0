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
export { changePassword, changePasswordBody } from './acts/change-password.ts'
