import { officerLoads } from '../../../dossiers/index.ts'
import { dayOf } from '../../../ground/day.ts'
import { officersOf } from '../../../organisations/index.ts'
import { refusalWords, say, type Words } from '../../../words/index.ts'
import { Notice, problemOf, RadioGroup, TextArea } from '../../ui/index.ts'
import { actDoor } from './door.tsx'
import { value } from './screen.ts'

const words = {
  to: { vi: 'Giao cho', en: 'Give it to' },
  load: { vi: '{unit}. Đang giữ {count} hồ sơ', en: '{unit}. Holds {count} dossiers now' },
  choose: { vi: 'Chọn người nhận hồ sơ', en: 'Choose who gets the dossier' },
  note: { vi: 'Ý kiến chỉ đạo', en: 'Note' },
  nobody: { vi: 'Cơ quan chưa có chuyên viên nào giữ vị trí thụ lý', en: 'The agency has no processing officer yet' },
} as const satisfies Record<string, Words>

/** The agency's leader chooses who works on it, seeing how much each one already has. */
export const assign = actDoor({
  act: 'assign',
  fields: async (acting) => {
    const { at, dossier, visit, problems } = acting
    const { language, house, now } = visit
    const [officers, loads] = await Promise.all([
      officersOf(house.db, dossier.agency, 'processing-officer', dayOf(now)),
      officerLoads(at, dossier.agency),
    ])
    if (officers.length === 0) return <Notice tone="important" title={say(words.nobody, language)} />
    const byLoad = officers.toSorted((one, other) => (loads.get(one.account) ?? 0) - (loads.get(other.account) ?? 0))
    return (
      <>
        <RadioGroup
          language={language}
          name="to"
          label={say(words.to, language)}
          value={value(acting, 'to', dossier.officer ?? '')}
          {...errorOf(problemOf(problems, 'to'))}
          options={byLoad.map(({ account, name, unitName }) => ({
            value: account,
            label: name,
            hint: say(words.load, language, { unit: unitName, count: loads.get(account) ?? 0 }),
          }))}
        />
        <TextArea
          language={language}
          name="note"
          label={say(words.note, language)}
          value={value(acting, 'note')}
          rows={3}
          maxlength={1000}
          optional
        />
      </>
    )
  },
  read: (acting) => {
    const to = value(acting, 'to')
    const note = value(acting, 'note').trim()
    if (!to) return { problems: [{ field: 'to', message: say(words.choose, acting.visit.language) }] }
    return { body: { to, ...(note ? { note } : {}) } }
  },
  places: ({ refusal }, { visit: { language } }) =>
    refusal === 'no-such-officer' ? [{ field: 'to', message: say(refusalWords[refusal], language) }] : [],
})

/** An absent error is left out, not handed on as nothing. */
export function errorOf(error: string | undefined): { error?: string } {
  return error ? { error } : {}
}
