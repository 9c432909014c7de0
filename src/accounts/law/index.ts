/** The pure rules about people: numbers that identify them, how to reach them, what of it may be shown. */
export {
  birthProvinces,
  checkIdentityNumber,
  contradictions,
  isBusinessCode,
  isIdentityNumber,
  isOldIdentityCard,
  isPassportNumber,
  readIdentityNumber,
} from './identity.ts'
export type { IdentityNumber, Sex } from './identity.ts'
export { type ClaimNames, type Claims, claimsTogether, type Proven, readClaims } from './claims.ts'
export { checkName, isSameName } from './names.ts'
export { checkRepresentative } from './representative.ts'
export { maskEmail, maskIdentity, maskName, maskPhone } from './masks.ts'
export { checkDigit, checkPhone, checkTaxCode, readTaxCode, shownPhone, withoutSeparators } from './numbers.ts'
export type { TaxCode } from './numbers.ts'
export { type By, checkStanding, isFreshProof, mayUse, type StandingAct, standings } from './standing.ts'
export { isStrongPassword } from './password.ts'
export {
  dueWait,
  type GuessRules,
  rulesElsewhere,
  strangersAtOneAddress,
  takenAtOneAddress,
  takenToOneVisitor,
} from './attempts.ts'
export {
  isInForce,
  type RepresentationKind,
  representationKinds,
  type Standing as RepresentationStanding,
} from './representation.ts'
export { changeableBy, type DataField, dataFields, waitsForAuthentication } from './basic-data.ts'
