export { type Consent, isInScope, mayRelease, type Release, type ReleaseKind, releaseKinds } from './release.ts'
export { consentEdition, consentWords, type Part, parts } from './parts.ts'
