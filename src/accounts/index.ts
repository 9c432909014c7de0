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
export {
  csrfToken,
  hashToken,
  idleMinutes,
  openSession,
  openStill,
  sessionLife,
  sessionOf,
  sessionRow,
} from './session.ts'
export { hashPassword } from './password.ts'
export type { ChangedHands } from './hands.ts'
export { mergeAccounts, type Merged } from './acts/merge.ts'
export { sameHolder } from './same-holder.ts'
export { openedAloneBy, vouchForOfficer } from './vouching.ts'
export type { RecoveryFact } from './acts/second-person.ts'
export { signIn, signInBody } from './acts/sign-in.ts'
export { changeContact, changeContactBody } from './acts/change-contact.ts'
export { signOut } from './acts/sign-out.ts'
export { unlockAccount } from './acts/unlock.ts'
export { accountForApplicant, applicantBody, register, registerBody, registrationsAnHour } from './acts/register.ts'
export { officerName, openOfficer, openOfficerBody } from './acts/open-officer.ts'
export { addField, addFieldBody, retireField, writeFields } from './acts/more-fields.ts'
export { type AccountField, fieldsOf, moreOf } from './more-fields.ts'
export { changePassword, changePasswordBody, hasPassword } from './acts/change-password.ts'
export { beginLogin } from './acts/begin-login.ts'
export { finishLogin } from './acts/finish-login.ts'
export { type Login, type LoginId, loginIds, loginPaths } from './logins/login.ts'
export { loginsOf } from './logins/table.ts'
export { simulatedLogins, simulatorPath } from './logins/simulated.ts'
export { openSimulator, type SimulatedPerson, type Simulator } from './logins/sandbox.ts'
export { changeStanding, confirmHolder, recoverAccount, recoverBody, standingBody } from './acts/change-standing.ts'
export { changeOwnStanding, ownStandingBody } from './acts/own-standing.ts'
export {
  type AccountFact,
  endOneSession,
  endOtherSessions,
  type OpenSession,
  openSessionsOf,
  signInBefore,
  tellOfOtherPlace,
} from './open-sessions.ts'
export { accountForHelp, findAccounts, findBody, type FoundAccount, standingsOf } from './find.ts'
export { beginSecondFactor, codeBody, judgeCode, proveSecondFactor } from './acts/second-factor.ts'
export { enterWithPasskey } from './acts/enter-with-passkey.ts'
export { addPasskey, passkeyBody, proveWithPasskey, removePasskey } from './acts/passkeys.ts'
export { askToAdd, askToEnter, askToProve } from './passkeys/ask.ts'
export { hasSecondFactor, mayAddProof, type Passkey, passkeysOf } from './passkeys/store.ts'
export { acceptTerms, acceptTermsBody, publishTerms, publishTermsBody } from './acts/terms.ts'
export { acceptancesOf, keepAcceptance, type Terms, termsInForce, termsPublished } from './terms/terms.ts'
export {
  askBody,
  askRepresentation,
  confirmBody,
  confirmRepresentation,
  endRepresentation,
  refuseBody,
  refuseRepresentation,
} from './acts/represent.ts'
export { answerAppointment, grantBody, grantRepresentation } from './acts/appoint.ts'
export {
  offersTo,
  type Place as RepresentationPlace,
  type Representation,
  representationById,
  representationsOf,
  representationsWaiting,
  representedBy,
  type Side as RepresentationSide,
  type Told,
  toldIn,
} from './representations/store.ts'
export { endLogin } from './acts/end-login.ts'
export { changeData, changeDataBody, decideChange, decideChangeBody, requireUpdate } from './acts/change-data.ts'
export { type DataChange, dataChangesOf } from './data-changes.ts'
export { type About, aboutAccount, isPasswordOld, needsUpdate } from './about.ts'
export { accountRequestBody, answerRequest, answerRequestBody, askAboutAccount } from './acts/account-requests.ts'
export { type AccountRequest, accountRequests, type RequestKind, requestKinds } from './requests.ts'
