import { profilesOf } from '../accounts/index.ts'
import { shownPhone } from '../accounts/law/index.ts'
import { write } from '../audit/index.ts'
import { renderDocument } from '../documents/index.ts'
import { addDays, dayOf, type Day } from '../ground/day.ts'
import { done, refused } from '../ground/result.ts'
import { letterheadOf } from './acts/slip.ts'
import type { State } from './law/index.ts'
import type { Reader } from './read.ts'
import { registerKeptBy, type RegisterLine, registerPage } from './register.ts'

/** More lines than anybody prints at once. */
export const longestRegister = 2000

const ways = { online: 'Bản điện tử', counter: 'Tại quầy', post: 'Bưu chính' } as Record<string, string>
const ends: Partial<Record<State, string>> = {
  withdrawn: 'Đã rút hồ sơ',
  stopped: 'Dừng giải quyết',
  'supplement-requested': 'Chờ bổ sung',
  'not-collected': 'Chưa đến nhận',
}

type Asked = { from: Day; until: Day; unit?: string | undefined }

/**
 * Form 07, the register of a counter from one day to another, `until` left out, with its address and telephone columns; making it
 * leaves a trace. Refusals: `not-found` (no counter of this reader), `register-too-long`.
 */
export async function registerPdf(at: Reader, { from, until, unit }: Asked) {
  const { db, vault, reader, now } = at
  const counter = registerKeptBy(at).find((one) => !unit || one.unit === unit)
  if (!counter) return refused('not-found')
  const { items, next } = await registerPage(at, { from, until, unit: counter.unit, limit: longestRegister })
  if (next) return refused('register-too-long')
  const profiles = await profilesOf(db, vault, [...new Set(items.map(({ applicant }) => applicant))])
  const { bytes } = await renderDocument(
    'register',
    {
      letterhead: { ...(await letterheadOf({ sql: db, now }, counter.unit)), number: `${dayOf(now).slice(0, 4)}/STD` },
      unit: counter.unitName,
      from,
      to: addDays(until, -1),
      rows: items.map((line) => rowOf(line, profiles.get(line.applicant))),
      printedOn: dayOf(now),
    },
    now,
  )
  await write(db, {
    stream: `account:${reader.id}`,
    act: 'list',
    actor: reader.id,
    details: { register: 'printed', from, until, unit: counter.unit, count: items.length },
    occurredAt: now,
  })
  return done({ bytes, name: `so-theo-doi-${from}-${addDays(until, -1)}.pdf` })
}

function rowOf(line: RegisterLine, profile: { address?: string; phone?: string } | undefined) {
  return {
    code: line.code,
    procedure: line.procedure,
    sets: 1,
    owner: line.applicantName,
    address: profile?.address,
    phone: profile?.phone && shownPhone(profile.phone),
    receivedAt: line.acceptedAt,
    dueAt: line.due,
    returnedAt: line.returnedAt,
    returnBy: ways[line.returnBy],
    note: ends[line.state],
  }
}
