import { inspect, upload } from '../../documents/index.ts'
import { type Component, isNeeded } from '../../procedures/index.ts'
import type { RecordItem } from '../../records/index.ts'
import type { Words } from '../../words/index.ts'
import type { SentFile } from '../form-body.ts'
import { refusalSentence, tellerOf } from '../public/show.tsx'
import type { Problem } from '../ui/index.ts'
import { sentBy, type SignedVisit } from '../visit.ts'
import { type Draft, openDraft, papersOf, save } from './draft.ts'
import { fileField, itemField, replaceField } from './paper-section.tsx'

const words = {
  notTaken: { vi: '“{file}”: {why}', en: '“{file}”: {why}' },
  tooLarge: {
    vi: 'Tệp lớn hơn mức cho phép của giấy tờ này. Hãy giảm dung lượng rồi chọn lại.',
    en: 'The file is larger than allowed for this paper. Make it smaller and choose it again.',
  },
} as const satisfies Record<string, Words>

type Attachment = { component: string; file: string } | { component: string; recordItem: string }

/** A paper this filing has to hand in. */
export function isAsked(component: Component, { answers, dossier }: Draft): boolean {
  if (component.secrecy === 'state-secret') return false
  return component.kind === 'submit' && isNeeded(component, { form: answers, channel: dossier.channel })
}

/** Every file is taken or refused by itself, and is judged by the rules of its paper before it is attached. */
export async function uploadAll(visit: SignedVisit, { definition }: Draft) {
  const { house, viewer, form, language } = visit
  const t = tellerOf(language)
  const uploaded: Attachment[] = []
  const problems: Problem[] = []
  for (const component of definition.components) {
    const field = fileField(component.id)
    for (const sent of form.files.filter((one) => one.field === field)) {
      const no = (why: string) => problems.push({ field, message: t(words.notTaken, { file: sent.name, why }) })
      if (component.secrecy === 'state-secret') no(refusalSentence('state-secret', language))
      else if (sent.bytes.length > component.maxBytes) no(t(words.tooLarge))
      else {
        const seen = await inspect(named(sent), sentBy(visit))
        const kept = seen.ok ? await house.atDesk(viewer, (desk) => upload(desk, seen.value)) : seen
        if (!kept.ok) no(refusalSentence(kept.refusal, language))
        else if (!(component.accepts as string[]).includes(kept.value.mediaType))
          no(refusalSentence('file-kind-refused', language))
        else uploaded.push({ component: component.id, file: kept.value.id })
      }
    }
  }
  return { uploaded, problems }
}

const named = ({ name, bytes }: SentFile) => ({ name, bytes })

/** Writes the papers of the draft as they should be now; says why not when they could not be attached. */
export async function attach(
  visit: SignedVisit,
  draft: Draft,
  uploaded: readonly Attachment[],
  offered: readonly RecordItem[],
): Promise<string | undefined> {
  for (let tries = 0; ; tries++) {
    const now = (await openDraft(visit)) ?? draft
    const saved = await save(visit, now, { attachments: await wanted(visit, now, uploaded, offered) })
    if (saved.ok) return undefined
    if (saved.refusal !== 'stale-version' || tries === 3) return refusalSentence(saved.refusal, visit.language)
  }
}

/** What is attached already less what was taken away, the chosen items of the record, and the new files. */
async function wanted(
  visit: SignedVisit,
  draft: Draft,
  uploaded: readonly Attachment[],
  offered: readonly RecordItem[],
): Promise<Attachment[]> {
  const { fields, lists } = visit.form
  return (await papersOf(draft)).flatMap(({ id, attachments }) => {
    const fresh = uploaded.filter(({ component }) => component === id)
    const replaced = fields[replaceField(id)] === 'true' && fresh.length > 0
    const files = attachments.flatMap(({ file, item }): Attachment[] =>
      item || !file || replaced || fields['remove'] === `${id}:${file}` ? [] : [{ component: id, file }],
    )
    const items = (lists[itemField(id)] ?? [])
      .filter((one, at, all) => all.indexOf(one) === at && offered.some((item) => item.id === one))
      .map((recordItem): Attachment => ({ component: id, recordItem }))
    return [...items, ...files, ...fresh]
  })
}
