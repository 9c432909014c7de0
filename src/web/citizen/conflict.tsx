import { fieldAt, pointersOf, shownAnswer, valueAt } from '../../procedures/index.ts'
import { say, ui, type Words } from '../../words/index.ts'
import { tellerOf } from '../public/show.tsx'
import { DataTable, Notice } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import type { Answers, Draft } from './draft.ts'
import type { LayoutPage } from './keep-page.ts'

const words = {
  conflict: {
    vi: 'Phần này vừa được lưu ở thẻ hoặc máy khác',
    en: 'This part was just saved in another tab or device',
  },
  conflictText: {
    vi: 'Những gì bạn vừa nhập vẫn còn dưới đây và chưa được lưu. Hãy so sánh, sửa nếu cần rồi lưu lại; hoặc',
    en: 'What you typed is still below and has not been saved. Compare, change what you want and save again; or',
  },
  useSaved: { vi: 'dùng bản đã lưu', en: 'use the saved one' },
  compared: { vi: 'Hai bản khác nhau ở', en: 'Where they differ' },
  item: { vi: 'Nội dung', en: 'Item' },
  savedVersion: { vi: 'Bản đã lưu', en: 'Saved' },
  yours: { vi: 'Bạn vừa nhập', en: 'You typed' },
} as const satisfies Record<string, Words>

/** Both versions side by side; what was typed stays in the fields below. */
export function Conflict({
  visit,
  draft,
  page,
  typed,
}: {
  visit: SignedVisit
  draft: Draft
  page: LayoutPage
  typed: Answers
}) {
  const { language, path } = visit
  const t = tellerOf(language)
  const none = say(ui.summary.notGiven, language)
  const rows = pointersOf(page).flatMap((pointer) => {
    const schema = fieldAt(draft.definition.form, pointer)?.schema ?? {}
    const [saved, yours] = [draft.answers, typed].map((answers) =>
      shownAnswer(schema, valueAt(answers, pointer), visit.language),
    )
    return saved === yours ? [] : [{ label: schema.title ?? pointer, saved: saved || none, yours: yours || none }]
  })
  return (
    <>
      <Notice tone="important" title={t(words.conflict)}>
        <p>
          {t(words.conflictText)} <a href={path}>{t(words.useSaved)}</a>.
        </p>
      </Notice>
      <DataTable
        language={language}
        caption={t(words.compared)}
        rows={rows}
        columns={[
          { label: t(words.item), names: true, cell: ({ label }) => label },
          { label: t(words.savedVersion), cell: ({ saved }) => saved },
          { label: t(words.yours), cell: ({ yours }) => yours },
        ]}
      />
    </>
  )
}
