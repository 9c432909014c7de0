export type { Officer, Post } from './law/index.ts'
export { holds, postOf } from './law/index.ts'
export type { PostHolder, Unit } from './store.ts'
export {
  agenciesToAsk,
  agencyWithDuty,
  counters,
  officersOf,
  postHolders,
  receptionFor,
  signedInBy,
  unitById,
  units,
  unitWithParents,
  withPosts,
} from './store.ts'
export { delegate, delegateBody, endDelegation } from './acts/delegate.ts'
export { type DelegationLine, delegations, type LentPost, postsToLend, signerOf } from './delegations.ts'
export { mergeBody, mergeUnits } from './acts/merge.ts'
export { type ChangeLine, changes, treeOn, type TreeLine, unitByIdentifier } from './tree.ts'
export { assignDuty, assignDutyBody, endDuty } from './acts/assign-duty.ts'
export { assignmentsFor, type AssignmentLine, assignmentsOn } from './assignments.ts'
export { changeUnit, changeUnitBody, openUnit, openUnitBody } from './acts/open-unit.ts'
export { appoint, appointBody, endPost, endPostBody } from './acts/appoint.ts'
export { decidePost } from './acts/propose-post.ts'
export { type ProposedPost, proposedPosts } from './proposed-posts.ts'
export { fileRequest, type Handover, officesOf, requestBody, stepBody, stepRequest } from './acts/requests.ts'
export { postsIn, type RequestLine, requestsFor } from './requests.ts'
export { type HeldPost, type Operator, operatorsOn, type UnitParticulars, unitParticulars } from './particulars.ts'
export { changeDevice, deviceBody, deviceTestBody, keepDeviceTest, retireDevice } from './acts/devices.ts'
export { type DeviceLine, devicesFor, provenModels } from './devices.ts'
export { mustEnterCentrally } from './central.ts'
export { leansOn } from './leaning.ts'
