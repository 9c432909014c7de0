import { componentsOf, type ComponentLine, formOf } from '../../dossiers/index.ts'
import { fieldAt, pointersOf, shownAnswer, valueAt } from '../../procedures/index.ts'
import type { Language } from '../../words/index.ts'
import { type ComparedRow, fileSize } from '../ui/index.ts'
import { type Draft, papersOf } from './draft.ts'

export type Changes = {
  /** Pages of the form on which an answer differs from what was submitted. */
  pages: ReadonlySet<string>
  /** Papers whose files differ. */
  papers: ReadonlySet<string>
  /** Every difference: as it was submitted, and as it will be. */
  rows: ComparedRow[]
}

/** What the applicant has changed in a submitted dossier and not sent yet. */
export async function changesOf(draft: Draft, language: Language): Promise<Changes> {
  const { at, dossier, definition, answers } = draft
  const before = formOf(at, dossier)
  const [were, are] = await Promise.all([componentsOf(at, dossier), papersOf(draft)])
  const rows: ComparedRow[] = []
  const pages = new Set<string>()
  for (const page of definition.form.layout.pages) {
    for (const pointer of pointersOf(page)) {
      const schema = fieldAt(definition.form, pointer)?.schema ?? {}
      const [was, is] = [before, answers].map((form) => shownAnswer(schema, valueAt(form, pointer)) ?? '')
      if (was === is) continue
      pages.add(page.id)
      rows.push({ label: schema.title ?? pointer, before: was!, after: is! })
    }
  }
  const papers = new Set<string>()
  for (const line of are) {
    const old = were.find(({ id }) => id === line.id)!
    if (key(old) === key(line)) continue
    papers.add(line.id)
    rows.push({ label: line.name, before: filesOf(old, language), after: filesOf(line, language) })
  }
  return { pages, papers, rows }
}

const key = ({ attachments }: ComponentLine) => attachments.map(({ file, item }) => item ?? file).join()

function filesOf({ attachments }: ComponentLine, language: Language): string {
  return attachments.map(({ name, size }) => (size > 0 ? `${name} (${fileSize(size, language)})` : name)).join('; ')
}
