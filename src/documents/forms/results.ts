import { z } from 'zod'
import {
  dashed as maybe,
  dashedPartial as maybePartial,
  day,
  letterhead,
  lookup,
  omittable,
  partial,
  procedure,
  signer,
  text,
} from './parts.ts'
import { dayInShort, dayInWords, money } from '../wording.ts'
import type { Day } from '../../ground/day.ts'

/** Around every result: who issues it, how it is checked later, and in which dossier it was made. */
export const envelope = {
  letterhead,
  procedure,
  code: text(),
  /** What people type to check the paper, printed as it stands. */
  identifier: text(),
  verify: lookup,
  system: z.object({ name: text(), owner: text() }),
  signer,
}

const spokenDay = day.transform((when) => `${dayInShort(when)} (${dayInWords(when as Day)})`)
const sex = z
  .enum(['male', 'female', 'other'])
  .transform((said) => ({ male: 'Nam', female: 'Nữ', other: 'Khác' })[said])
const lines = z
  .array(z.object({ label: text(), value: maybe(2000) }))
  .min(1)
  .max(60)

const parent = z
  .object({
    name: maybe(),
    birth: maybePartial,
    ethnicity: maybe(),
    nationality: maybe(),
    identity: maybe(),
    residence: maybe(),
  })
  .prefault({})

/** Any result for which nobody drew a form of its own. */
export const certificate = z.object({
  title: text(),
  subtitle: omittable(),
  statement: text(2000),
  lines,
  conclusion: omittable(4000),
  validity: omittable(),
})

export const birth = z.object({
  book: omittable(),
  name: text(),
  birth: spokenDay,
  sex,
  ethnicity: maybe(),
  nationality: maybe(),
  birthPlace: text(),
  hometown: maybe(),
  identity: maybe(),
  mother: parent,
  father: parent,
  informant: text(),
  informantRelation: maybe(),
  informantIdentity: maybe(),
  registeredAt: text(),
  registeredOn: day.transform(dayInShort),
})

export const maritalStatus = z.object({
  name: text(),
  birth: partial,
  sex,
  ethnicity: maybe(),
  nationality: maybe(),
  identity: text(),
  residence: text(),
  period: omittable(),
  status: text(),
  purpose: text(),
  validity: omittable(),
})

export const death = z.object({
  book: omittable(),
  name: text(),
  birth: maybePartial,
  sex,
  ethnicity: maybe(),
  nationality: maybe(),
  identity: maybe(),
  residence: maybe(),
  diedAt: text(),
  deathPlace: text(),
  cause: maybe(),
  evidence: maybe(),
  informant: text(),
  registeredAt: text(),
  registeredOn: day.transform(dayInShort),
})

export const civilStatusCopy = z.object({
  event: text(),
  book: text(),
  entry: text(),
  registeredAt: text(),
  registeredOn: day.transform(dayInShort),
  lines,
  note: omittable(),
})

export const certifiedCopy = z.object({
  paper: text(),
  paperNumber: maybe(),
  paperIssuer: maybe(),
  paperDay: maybePartial,
  pages: z.int().min(1).max(9999),
  copies: z.int().min(1).max(999).default(1),
  book: omittable(),
  applicant: text(),
  applicantIdentity: maybe(),
})

export const householdBusiness = z.object({
  registration: text(),
  firstRegistered: day.transform(dayInShort),
  change: z.int().min(0).max(99).default(0),
  changedOn: maybePartial,
  name: text(),
  address: text(),
  phone: omittable(),
  email: omittable(),
  trades: z
    .array(z.object({ code: maybe(), name: text() }))
    .min(1)
    .max(60),
  capital: z.int().nonnegative().transform(money),
  owner: z.object({
    name: text(),
    birth: partial,
    sex,
    nationality: maybe(),
    identity: text(),
    residence: text(),
  }),
  members: z
    .array(z.object({ name: text(), identity: maybe() }))
    .max(50)
    .default([]),
})

/** Văn bản từ chối nêu rõ lý do: a result like any other, with its reasons. */
export const refusal = z.object({
  addressee: text(),
  address: maybe(),
  submittedOn: day.transform(dayInShort),
  reasons: z.array(text(4000)).min(1).max(50),
  basis: text(2000),
  advice: omittable(2000),
  contact: maybe(),
})
