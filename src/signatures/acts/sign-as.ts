import { type Actor, sendEntry } from '../../audit/index.ts'
import { dayInFull, keepMade, type SignatureSpots, type StoredFile } from '../../documents/index.ts'
import { type Day, dayOf } from '../../ground/day.ts'
import type { Database } from '../../ground/database.ts'
import type { Desk } from '../../ground/desk.ts'
import { done, refused } from '../../ground/result.ts'
import { newId } from '../../ground/uuid.ts'
import { layRow } from '../../ground/written.ts'
import { keyAtHand, openKey } from '../pin.ts'
import { type Blank, type Filling, signPdf } from '../pades.ts'
import { sealLines } from '../seal.ts'
import { mayIssue } from '../law/index.ts'
import { deviceFor, issuersOf, revoked } from '../store.ts'
import { validatePdf } from '../validate.ts'

type Asked = {
  /** What is signed, or how to read it once the key is open. */
  pdf: Uint8Array | (() => Promise<Uint8Array>)
  as: 'person' | 'organisation'
  /** The organisation that is spoken for. */
  unit: string
  draftSha256: string
  pin: string | undefined
  spots: SignatureSpots
  place: string
  /** What only the issuing signature knows: the number and the day. Drawn when the key is open: others wait for the number. */
  stamp: (() => Promise<Stamp>) | undefined
}

type Stamp = { number: string; day: Day }

/**
 * Adds the actor's signature behind those the PDF has. The key stays in its device, opened for this one act by its PIN.
 * The organisation signs only when every signature, its own too, is found valid. Refusals: `no-certificate` (none, expired,
 * revoked, or not in this person's custody), `device-locked`, `pin-needed`, `pin-wrong`, `signature-not-valid`,
 * `organisation-signature-missing`.
 */
export async function signAs(desk: Desk<Actor, never>, asked: Asked) {
  const { sql, actor, now } = desk
  const isRevoked = asked.as === 'organisation' ? revoked(sql) : undefined
  const [device, issuers] = await Promise.all([
    deviceFor(sql, { actor: actor.id, as: asked.as, unit: asked.unit, now }),
    issuersOf(sql),
  ])
  if (!device) return refused('no-certificate')
  const { pin } = asked
  if (!pin) return refused(device.state === 'in-use' ? 'pin-needed' : 'device-locked')
  const opened =
    keyAtHand(device, pin, issuers) ??
    (await desk.outside(`key of ${device.id}`, (db) => openKey(db as Database, device, pin, issuers)))
  if (!opened.ok) return opened
  if (device.state !== 'in-use') return refused('device-locked')

  const spot = asked.spots[asked.as]
  const pdf = typeof asked.pdf === 'function' ? await asked.pdf() : asked.pdf
  const stamp = await asked.stamp?.()
  const bytes = await signPdf(pdf, {
    signer: opened.value,
    field: `${asked.as === 'person' ? 'NguoiKy' : 'CoQuan'}_${newId(now).slice(-6)}`,
    name: device.subject,
    at: now,
    location: asked.place,
    seal: spot && { page: spot.page, rect: rectangle(spot), tone: asked.as, lines: sealLines(device.subject, now) },
    ...(stamp
      ? { fillings: fillingsFor(asked.spots, stamp) }
      : asked.as === 'person'
        ? { blanks: blanksOf(asked.spots) }
        : {}),
  })

  if (isRevoked) {
    const report = await validatePdf(bytes, { roots: issuers, at: now, isRevoked })
    const permitted = mayIssue(report.signatures)
    if (!permitted.ok) return permitted
  }

  return done({
    bytes,
    number: stamp?.number,
    keep: (name: string): Promise<StoredFile> => keepMade(desk, { name, bytes }),
    /** Writes down which key signed which file, bound to the draft that was shown. */
    remember: async (file: string): Promise<void> => {
      const row = {
        id: newId(now),
        file,
        position: asked.as === 'person' ? 1 : 2,
        speaks_as: asked.as,
        certificate: device.certificateId,
        signer: actor.id,
        draft_sha256: Buffer.from(asked.draftSha256, 'hex'),
        signed_at: now,
      }
      desk.alongside(layRow(sql, 'signatures.signature', row))
      const entry = {
        stream: `account:${actor.id}` as const,
        act: `sign-as-${asked.as}`,
        actor: actor.id,
        subject: file,
        details: { serial: device.serial, draft: asked.draftSha256, day: dayOf(now) },
        occurredAt: now,
      }
      desk.alongside(sendEntry(sql, entry))
    },
  })
}

/** The person signs over open places for number and day, which the issuing signature fills without breaking the first. */
function blanksOf(spots: SignatureSpots): Blank[] {
  return (['number', 'day'] as const).flatMap((name) => {
    const spot = spots[name]
    return spot ? [{ name, page: spot.page, rect: rectangle(spot) }] : []
  })
}

function fillingsFor(spots: SignatureSpots, stamp: Stamp): Filling[] {
  const words = { number: stamp.number, day: dayInFull(stamp.day) }
  return (['number', 'day'] as const).flatMap((blank) =>
    spots[blank] ? [{ blank, words: words[blank], ...(blank === 'day' ? { style: 'italic' as const } : {}) }] : [],
  )
}

function rectangle({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Blank['rect'] {
  return [x, y, width, height]
}
