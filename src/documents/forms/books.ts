import { z } from 'zod'
import {
  inFull,
  inShort,
  letterhead,
  lookup,
  maybe,
  moment,
  omittable,
  procedure,
  shortMoment,
  signer,
  text,
} from './parts.ts'

/** Form 06, phiếu kiểm soát quá trình giải quyết hồ sơ, A4: one line for each hand-over. */
const onTime = { before: 'Trước hạn', on: 'Đúng hạn', after: 'Quá hạn' } as const

export const controlSheet = z.object({
  letterhead,
  code: text(),
  lookup,
  procedure,
  owner: text(),
  receivedAt: moment,
  dueAt: moment.nullish(),
  resolvingUnit: text(),
  coordinatingUnits: z
    .array(text())
    .max(30)
    .default([])
    .transform((units) => units.join('; '))
    .transform((units) => units || 'Không có'),
  handovers: z
    .array(
      z.object({
        giver: text(),
        receiver: text(),
        at: shortMoment,
        timeliness: z
          .enum(['before', 'on', 'after'])
          .nullish()
          .transform((said) => (said ? onTime[said] : undefined)),
        note: omittable(),
      }),
    )
    .max(500),
})

/** Form 07, sổ theo dõi hồ sơ, A4 lying. */
export const register = z.object({
  letterhead,
  unit: text(),
  from: inFull,
  to: inFull,
  rows: z
    .array(
      z.object({
        code: text(),
        procedure: text(),
        sets: z.int().min(0).max(999),
        owner: text(),
        address: maybe(),
        phone: maybe(),
        receivedAt: shortMoment,
        dueAt: shortMoment.nullish(),
        returnedAt: shortMoment.nullish(),
        returnBy: omittable(),
        receivedBy: omittable(),
        note: omittable(),
      }),
    )
    .max(5000),
  printedOn: inShort,
  signer: signer.nullish(),
})
