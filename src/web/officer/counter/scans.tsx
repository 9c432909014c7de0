import { filesById, inspect, type StoredFile, upload } from '../../../documents/index.ts'
import { isId } from '../../../ground/uuid.ts'
import type { Component, Definition } from '../../../procedures/index.ts'
import { type Language, refusalWords, say, type Words } from '../../../words/index.ts'
import { CheckboxGroup, FileField, type FileType, type Problem, problemOf } from '../../ui/index.ts'
import { sentBy, type SignedVisit } from '../../visit.ts'
import { errorOf } from '../acts/assign.tsx'
import { paperHint } from '../dossier/papers.tsx'

const words = {
  kept: { vi: 'Tệp đã tải lên; bỏ đánh dấu để không kèm theo', en: 'Uploaded; untick to leave out' },
} as const satisfies Record<string, Words>

const types: Record<string, FileType> = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' }

type Kept = ReadonlyMap<string, readonly Pick<StoredFile, 'id' | 'name'>[]>

/** One place for scans under each paper; at the counter none has to be scanned now. Sends `file.<id>`, keeps `kept.<id>`. */
export function Scans(props: {
  components: readonly Component[]
  kept: Kept
  problems: readonly Problem[]
  language: Language
}) {
  const { components, kept, problems, language } = props
  return (
    <>
      {components.map((component) => {
        const files = kept.get(component.id) ?? []
        return (
          <>
            {files.length > 0 && (
              <CheckboxGroup
                language={language}
                name={`kept.${component.id}`}
                label={`${component.name}: ${say(words.kept, language)}`}
                values={files.map(({ id }) => id)}
                options={files.map(({ id, name }) => ({ value: id, label: name }))}
                optional
              />
            )}
            <FileField
              language={language}
              name={`file.${component.id}`}
              label={component.name}
              hint={paperHint(component, language)}
              types={component.accepts.flatMap((type) => types[type] ?? [])}
              maxBytes={component.maxBytes}
              maxFiles={5}
              {...errorOf(problemOf(problems, `file.${component.id}`))}
              optional
            />
          </>
        )
      })}
    </>
  )
}

/** The files that go on to the next page, by their names: only those this officer uploaded, or that lie in the dossier already. */
export async function keptFiles(
  { house, viewer }: SignedVisit,
  attachments: Taken['attachments'],
  lying: readonly string[] = [],
): Promise<Map<string, StoredFile[]>> {
  const files = await filesById(
    house.db,
    house.vault,
    attachments.map(({ file }) => file),
  )
  const kept = new Map<string, StoredFile[]>()
  for (const { component, file } of attachments) {
    const found = files.get(file)
    if (found && (found.owner === viewer.id || lying.includes(file)))
      kept.set(component, [...(kept.get(component) ?? []), found])
  }
  return kept
}

export type Taken = { readonly attachments: { component: string; file: string }[]; readonly problems: Problem[] }

/** Uploads what was sent and adds what had been kept from the page before. A file that is refused leaves the others alone. */
export async function takeScans(visit: SignedVisit, { components }: Definition): Promise<Taken> {
  const { house, viewer, form, language } = visit
  const attachments: Taken['attachments'] = []
  const problems: Problem[] = []
  for (const { id } of components) {
    for (const file of form.lists[`kept.${id}`] ?? []) if (isId(file)) attachments.push({ component: id, file })
    for (const sent of form.files.filter(({ field }) => field === `file.${id}`)) {
      const seen = await inspect({ name: sent.name, bytes: sent.bytes }, sentBy(visit))
      const kept = seen.ok ? await house.atDesk(viewer, (desk) => upload(desk, seen.value)) : seen
      if (kept.ok) attachments.push({ component: id, file: kept.value.id })
      else problems.push({ field: `file.${id}`, message: `${sent.name}: ${say(refusalWords[kept.refusal], language)}` })
    }
  }
  return { attachments, problems }
}
