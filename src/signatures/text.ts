import { signDetached } from './cms.ts'
import { checkChain } from './chain.ts'
import type { ServiceKey } from './service-keys.ts'
import { softSigner } from './signer.ts'
import { verifyCms } from './verify-cms.ts'

/** A detached CMS signature over bytes that are no PDF; `openssl cms -verify -binary -content` accepts it. */
export function signText({ certificate, root, privateKey }: ServiceKey, bytes: Uint8Array): Promise<Uint8Array> {
  return signDetached(softSigner(privateKey, certificate, [root]), bytes)
}

/** Whether the signature is over these bytes and by a certificate under one of these roots, good at that time. */
export function verifyText(signature: Uint8Array, bytes: Uint8Array, roots: readonly Uint8Array[], at: Date): boolean {
  const { certificate, others, checks } = verifyCms(signature, [bytes], true)
  if (!certificate || Object.values(checks).some(({ ok }) => !ok)) return false
  return checkChain(certificate, others, roots, at).ok
}
