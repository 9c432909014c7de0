import { z } from 'zod'
import { pointer, slug, text } from './parts.ts'

export const resultCode = z.string().regex(/^KQ\.G\d{2}\.\d{6}$/)

/** Where a printed word comes from: an answer of the form, or what the house knows (`@agency`, `@today`, `@code`, `@applicant`). */
const source = z.union([pointer, z.string().regex(/^@(agency|today|code|applicant)$/)])

/** Text with answers in it, `{/death/time} ngày {/death/date}`; used only when every answer in it was given. */
const pattern = text(400)

/**
 * One field of the printed result, named as the form of the paper names it (`mother.name` is inside `mother`). It is taken over
 * `from` an answer, put into other `words`, made of `texts` (the first whose answers are all there), of `rows`, or of the lines
 * of a text area (`list`). What has no source, or an empty one, the officer writes; `example` shows how.
 */
export const resultField = z
  .strictObject({
    name: z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/),
    title: text(200),
    required: z.boolean(),
    from: source.optional(),
    words: z.record(z.string(), text(300)).optional(),
    texts: z.array(pattern).min(1).optional(),
    rows: z
      .array(z.strictObject({ label: text(200), from: source, words: z.record(z.string(), text(300)).optional() }))
      .min(1)
      .optional(),
    list: z.boolean().optional(),
    example: text(300).optional(),
  })
  .refine((one) => [one.from, one.texts, one.rows].filter(Boolean).length <= 1, {
    message: 'a field has one source: from, texts or rows',
  })
  .refine((one) => (!one.words && !one.list) || one.from, { message: '`words` and `list` need `from`' })
  .refine((one) => !one.required || one.from || one.texts || one.rows || one.example, {
    path: ['example'],
    message: 'a required field that only the officer knows shows an example',
  })

/** What the agency gives back; `recordKind` is the drawer of the citizen's record it lies in, `template` the form of the paper. */
export const result = z.strictObject({
  code: resultCode,
  name: text(300),
  kind: z.enum(['certificate', 'extract', 'copy', 'licence', 'confirmation']),
  recordKind: slug,
  template: slug,
  fields: z.array(resultField).min(1),
})

export type ProcedureResult = z.infer<typeof result>
export type ResultField = z.infer<typeof resultField>

/** Every answer a field looks at, with the words it must know. */
export function sourcesOf({
  from,
  words,
  texts = [],
  rows = [],
}: ResultField): { at: string; words?: Record<string, string> | undefined }[] {
  const inTexts = texts.flatMap((one) => [...one.matchAll(placeholder)].map((found) => ({ at: found[1] ?? '' })))
  const found = [
    ...(from ? [{ at: from, words }] : []),
    ...inTexts,
    ...rows.map((row) => ({ at: row.from, words: row.words })),
  ]
  return found.filter((one) => one.at.startsWith('/'))
}

export const placeholder = /\{([/@][^}]*)\}/g
