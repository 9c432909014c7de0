import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Asked = { challenge: string; rpId?: string; rp?: { id: string }; user?: { id: string } }
/** What a device is made to say that an honest one would not. */
type Bent = { origin?: string; counter?: number; userHandle?: string; verified?: boolean; challenge?: string }

/** A passkey device without a browser: it answers what a page asks as WebAuthn says, or bends one thing of it. ES256, no attestation. */
export function authenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credential = randomBytes(32)
  let counter = 0
  let handle = ''

  const clientData = (type: string, challenge: string, bent: Bent) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? origin,
        crossOrigin: false,
      }),
    )

  /** Present, and known by finger or face unless bent. */
  function authData(host: string, bent: Bent, more = Buffer.alloc(0)): Buffer {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(bent.counter ?? counter)
    const flags = 1 | (bent.verified === false ? 0 : 4) | (more.length > 0 ? 64 : 0)
    return Buffer.concat([sha256(Buffer.from(host)), Buffer.from([flags]), count, more])
  }

  function make(asked: Asked, bent: Bent = {}): string {
    handle = asked.user!.id
    const { x, y } = publicKey.export({ format: 'jwk' })
    const key = Buffer.concat([
      Buffer.from('a5010203262001215820', 'hex'),
      Buffer.from(x!, 'base64url'),
      Buffer.from('225820', 'hex'),
      Buffer.from(y!, 'base64url'),
    ])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(credential.length)
    const data = authData(asked.rp!.id, bent, Buffer.concat([Buffer.alloc(16), length, credential, key]))
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      Buffer.from([0x58, data.length]),
      data,
    ])
    return JSON.stringify({
      id: credential.toString('base64url'),
      rawId: credential.toString('base64url'),
      type: 'public-key',
      response: {
        clientDataJSON: clientData('webauthn.create', asked.challenge, bent).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      },
    })
  }

  function answer(asked: Asked, bent: Bent = {}): string {
    const data = authData(asked.rpId!, bent)
    const client = clientData('webauthn.get', asked.challenge, bent)
    return JSON.stringify({
      id: credential.toString('base64url'),
      rawId: credential.toString('base64url'),
      type: 'public-key',
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
        userHandle: bent.userHandle ?? handle,
      },
    })
  }

  return { make, answer, handle: () => handle }
}

/** The question a page puts to passkeys. */
export function askedOn(html: string): Asked {
  const found = /data-ask="([^"]+)"/.exec(html)?.[1]
  if (!found) throw new Error('the page asks no passkey')
  return JSON.parse(found.replaceAll('&quot;', '"').replaceAll('&amp;', '&')) as Asked
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
