export {
  type Finding,
  findingsIn,
  longestWatch,
  type SafetyRule,
  type SafetyRuleId,
  safetyRules,
  type Seen,
  type Waiting,
} from './rules.ts'
export { prohibitions, type ViolationKind, violationKinds } from './prohibitions.ts'
