import { type AccountField, addField, addFieldBody, fieldsOf, retireField } from '../../accounts/index.ts'
import { type Language, refusalWords, say, type Words } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import { freshOnce, onceOf } from '../public/show.tsx'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  Heading,
  Notice,
  type Problem,
  problemOf,
  Section,
  SelectField,
  Tag,
  TextField,
} from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'

const here = '/quan-tri/truong-tai-khoan'

const words = {
  lead: {
    vi: 'Thêm trường cho tài khoản khi cần, không phải sửa hệ thống. Tài khoản đã có giữ nguyên mọi thông tin; trường mới để trống cho đến khi được ghi.',
    en: 'Accounts get a new field without changing the system. Those there are keep all they hold; the new field is empty until it is written.',
  },
  saved: { vi: 'Đã thêm trường', en: 'The field is there' },
  retired: {
    vi: 'Không hỏi trường này nữa; nội dung đã ghi được giữ',
    en: 'The field is asked for no more; what was written is kept',
  },
  list: { vi: 'Các trường đã thêm', en: 'Fields that were added' },
  none: { vi: 'Chưa thêm trường nào', en: 'No field was added yet' },
  noneNext: {
    vi: 'Khi tỉnh cần ghi thêm nội dung cho tài khoản, thêm trường ở dưới.',
    en: 'When the province must write down more about accounts, add a field below.',
  },
  add: { vi: 'Thêm trường', en: 'Add a field' },
  name: { vi: 'Mã trường', en: 'Code' },
  nameHint: { vi: 'Chữ thường không dấu, ví dụ: hocvan', en: 'Small letters, for example: school' },
  titleVi: { vi: 'Tên trường bằng tiếng Việt', en: 'Name in Vietnamese' },
  titleEn: { vi: 'Tên trường bằng tiếng Anh', en: 'Name in English' },
  kind: { vi: 'Kiểu nội dung', en: 'Kind' },
  text: { vi: 'Chữ', en: 'Text' },
  day: { vi: 'Ngày', en: 'Day' },
  decision: { vi: 'Theo văn bản (số, ngày)', en: 'By which paper (number, day)' },
  field: { vi: 'Trường', en: 'Field' },
  state: { vi: 'Tình trạng', en: 'State' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  over: { vi: 'Thôi dùng', en: 'Retired' },
  retire: { vi: 'Thôi dùng', en: 'Retire' },
  needed: { vi: 'Ghi mục này theo đúng gợi ý.', en: 'Fill this in as it says.' },
} as const satisfies Record<string, Words>

const names = { name: 'ma', titleVi: 'ten', titleEn: 'ten-en', kind: 'kieu', decision: 'van-ban' } as const

/** What accounts hold besides the fields of the house: added by whoever manages accounts. */
export const fieldsPage = officerDoor(here, {
  may: 'manage-accounts',
  get: (visit) => page(visit),
  post: async (visit) => {
    const { house, viewer, form, language } = visit
    const retires = form.fields['thoi']
    if (retires) {
      const retired = await house.atDesk(viewer, (desk) => retireField(desk, retires))
      return retired.ok ? { redirect: `${here}?xong=thoi` } : page(visit)
    }
    const typed = Object.entries(names).map(([part, name]) => [part, form.fields[name] ?? ''])
    const read = addFieldBody.safeParse(Object.fromEntries(typed))
    if (!read.success) {
      const parts = [...new Set(read.error.issues.map(({ path }) => String(path[0]) as keyof typeof names))]
      return page(
        visit,
        parts.map((part) => ({ field: names[part], message: say(words.needed, language) })),
      )
    }
    const made = ({ name }: { name: string }) => ({ status: 201, resource: name })
    const added = await house.atDeskOnce(viewer, onceOf(visit), (desk) => addField(desk, read.data), made)
    if (added.ok) return { redirect: `${here}?xong=them` }
    return page(visit, [{ field: names.name, message: say(refusalWords[added.refusal], language) }])
  },
})

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, language, csrf, form, query } = visit
  const all = await fieldsOf(house.db, true)
  const title = say(areaWords.fields, language)
  const done = { them: words.saved, thoi: words.retired }[query['xong'] ?? '']
  const field = (part: keyof typeof names) => ({
    language,
    name: names[part],
    label: say(words[part], language),
    value: form.fields[names[part]],
    error: problemOf(problems, names[part]),
  })
  const text = (part: keyof typeof names) => ({ ...field(part), autocomplete: 'off', maxlength: 120 })
  return officerPage(
    visit,
    { title, wrong: problems.length > 0 },
    <>
      <ErrorSummary problems={problems} language={language} />
      {done && problems.length === 0 && <Notice tone="success" title={say(done, language)} />}
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Section title={say(words.list, language)}>
        <DataTable
          language={language}
          caption={say(words.list, language)}
          quietCaption
          rows={all}
          columns={[
            { label: say(words.field, language), names: true, cell: (one) => titleOfField(one, language) },
            { label: say(words.name, language), whole: true, cell: ({ name }) => name },
            { label: say(words.kind, language), cell: ({ kind }) => say(words[kind], language) },
            { label: say(words.decision, language), cell: ({ decision }) => decision },
            {
              label: say(words.state, language),
              cell: ({ name, retiredAt }) =>
                retiredAt ? (
                  <Tag tone="plain">{say(words.over, language)}</Tag>
                ) : (
                  <>
                    <Tag tone="done">{say(words.inUse, language)}</Tag>
                    <Form action={here} csrf={csrf} hidden={{ thoi: name }}>
                      <Button kind="quiet">{say(words.retire, language)}</Button>
                    </Form>
                  </>
                ),
            },
          ]}
          empty={
            <EmptyState title={say(words.none, language)}>
              <p>{say(words.noneNext, language)}</p>
            </EmptyState>
          }
        />
      </Section>
      <Section title={say(words.add, language)}>
        <Form action={here} csrf={csrf} hidden={freshOnce()}>
          <TextField {...text('titleVi')} />
          <TextField {...text('titleEn')} />
          <TextField {...text('name')} hint={say(words.nameHint, language)} width="medium" spellcheck={false} />
          <SelectField
            {...field('kind')}
            options={(['text', 'day'] as const).map((kind) => ({ value: kind, label: say(words[kind], language) }))}
          />
          <TextField {...text('decision')} />
          <Button>{say(words.add, language)}</Button>
        </Form>
      </Section>
    </>,
    problems.length > 0 ? 422 : 200,
  )
}

export function titleOfField({ titleVi, titleEn }: AccountField, language: Language): string {
  return say({ vi: titleVi, en: titleEn }, language)
}
