export { duties, type Duty, isDuty } from './duties.ts'
export {
  delegable,
  type DelegationAsked,
  type DelegationForm,
  delegationForms,
  mayDelegate,
  signatureBlock,
  type SignatureBlock,
} from './delegation.ts'
export { assignedDuties, type AssignedDuty } from './assigned-duties.ts'
export { earlierIdentifier, presentIdentifier } from './identifiers.ts'
export { holds, type Officer, type Post, postOf } from './officer.ts'
export { agencyKinds, isUnitKind, type UnitKind, unitKinds, type UnitLevel, unitLevels } from './kinds.ts'
export { type Asked, mayTakeStep, nextWord, type Office, type RequestKind, requestKinds } from './requests.ts'
export { administers, ownScope } from './scope.ts'
export { type DeviceKind, deviceKinds, type DeviceSetting, isDeviceKind, settingsOfDevice } from './devices.ts'
export { mayDo, mustProveTwice, owesSecondStep, type Permission, permissions } from './permissions.ts'
export { isFiler, mayReach, type Reachable } from './reach.ts'
export { isRole, mayHoldTogether, type Reach, type Role, roles } from './roles.ts'
