/** Data of people handed to somebody outside: what its holder agreed to, and every release with its basis. */
export { consentBody, giveConsent, withdrawConsent } from './acts/consent.ts'
export { endConsentsOf } from './acts/end-consents.ts'
export { moveConsents } from './acts/move-consents.ts'
export { release, releaseBody } from './acts/release.ts'
export { consentsOf, releasesOf, type ReleaseLine } from './read.ts'
