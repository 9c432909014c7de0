export {
  createAuthority,
  generateKey,
  issueCertificate,
  type Authority,
  type KeyPair,
  type Subject,
} from './authority.ts'
export { readCertificate, type CertificateFacts } from './certificate.ts'
export { lockKey, unlockKey } from './custody.ts'
export { signPdf, type Blank, type Filling, type Signing } from './pades.ts'
export {
  reasons,
  type Check,
  type CheckName,
  type Checks,
  type Kind,
  type Note,
  type Report,
  type SignatureReport,
  type Verdict,
  type Why,
} from './report.ts'
export { isoInVietNam, sealLines, type Rectangle, type Seal } from './seal.ts'
export { softSigner, type Algorithm, type Signer } from './signer.ts'
export { validatePdf, type Trust } from './validate.ts'
export { signAs } from './acts/sign-as.ts'
export { toPem } from './pem.ts'
export { insertCertificate, insertDevice, issuersOf, revoked, signersOf } from './store.ts'
export { unlockKeys } from './acts/unlock.ts'
export { serviceKey, serviceRoots, type ServiceKey } from './service-keys.ts'
export { readStamp, stampFromResponse, stampRequest, stampTime, type StampReading } from './time-stamp.ts'
export { signText, verifyText } from './text.ts'
export { askForStamp, signForHouse, stampBytes, stampRoots } from './stamping.ts'
export { evidenceTar } from './evidence.ts'
