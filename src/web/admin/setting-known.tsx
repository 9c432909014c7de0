import { states } from '../../dossiers/law/index.ts'
import { templates } from '../../notifications/index.ts'
import { duties } from '../../organisations/law/index.ts'
import type { Subject } from '../../policy/index.ts'
import { dutyWords, type Language, say, type Words, wordsOfState } from '../../words/index.ts'
import { DataTable, Section } from '../ui/index.ts'

const words = {
  title: { vi: 'Mã dùng được và nội dung gốc', en: 'Codes that may be used, and the original words' },
  code: { vi: 'Mã', en: 'Code' },
  says: { vi: 'Nội dung gốc', en: 'Original words' },
} as const satisfies Record<string, Words>

type Known = { code: string; says: readonly string[] }

/** What can be named in a setting whose values name things of this house. */
function knownFor(subject: Subject, language: Language): Known[] {
  if (subject === 'sectors.hidden-fields')
    return duties.map((code) => ({ code, says: [say(dutyWords[code], language)] }))
  if (subject === 'notices.texts')
    return Object.entries(templates).map(([code, { subject: title, body }]) => ({ code, says: [title, body] }))
  if (subject !== 'states.names') return []
  return Object.keys(states).map((code) => {
    const { name, says } = wordsOfState(code as keyof typeof states, false)
    return { code, says: [say(name, language), say(says, language)] }
  })
}

/** The codes a setting may name, each with what it says where nothing is decided; nothing for the other settings. */
export function KnownCodes({ subject, language }: { subject: Subject; language: Language }) {
  const rows = knownFor(subject, language)
  if (rows.length === 0) return null
  const title = say(words.title, language)
  return (
    <Section title={title}>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={rows}
        columns={[
          { label: say(words.code, language), names: true, cell: ({ code }) => code },
          { label: say(words.says, language), cell: ({ says }) => says.map((line) => <p>{line}</p>) },
        ]}
      />
    </Section>
  )
}
