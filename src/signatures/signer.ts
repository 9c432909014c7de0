import { createPrivateKey, sign, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'

/** How the bytes are signed. RSA is PKCS#1 v1.5; ECDSA answers r and s in DER, as CMS wants them. */
export type Algorithm = 'rsa-sha256' | 'ecdsa-sha256'

/**
 * Whatever can sign: a key unlocked by its PIN here, a hardware module or a remote signing service elsewhere. `chain` holds the
 * certificates between this one and the root, the root included if it is to travel with the document. A plug that
 * sends only a digest over the wire takes the SHA-256 of `toBeSigned` itself.
 */
export type Signer = {
  readonly certificate: Uint8Array
  readonly chain: readonly Uint8Array[]
  readonly algorithm: Algorithm
  sign(toBeSigned: Uint8Array): Promise<Uint8Array>
}

const signWith = promisify(sign)

/** Signs with a private key (PKCS#8) in this process; throws when the key does not belong to the certificate. */
export function softSigner(pkcs8: Uint8Array, certificate: Uint8Array, chain: readonly Uint8Array[] = []): Signer {
  const key = createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' })
  if (!new X509Certificate(certificate).checkPrivateKey(key))
    throw new TypeError('the key is not the one of the certificate')
  return {
    certificate,
    chain,
    algorithm: key.asymmetricKeyType === 'rsa' ? 'rsa-sha256' : 'ecdsa-sha256',
    sign: (toBeSigned) => signWith('sha256', toBeSigned, key),
  }
}
